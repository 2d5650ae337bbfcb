//! What the cells of a row say: of a person, of a group, of where both are, and what is wrong with each.

use serde_json::Value;

use super::columns::{is_rounded, stands_once};
use super::dates::{self, Turned, born, judge};
use super::guess::is_day;
use super::mapping::Mapping;
use super::place::{Named, Places, Whose};
use super::problem::{CellProblem, Problem, Reason};
use super::rows::is_alike;
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::value::{self, Setting};
use super::words::code_of;
use crate::domain::{Business, Date, Fault, FieldValue, Nik, Phone, RegionCode, fold};
use crate::history::Fields;
use crate::kinds::{FieldRef, Group, KindId, Member};

/// What a row says.
#[derive(Default)]
pub(super) struct Said {
    pub(super) person: Fields,
    pub(super) officers: Vec<Fields>,
    pub(super) group: Vec<(usize, FieldRef, Value)>,
    /// Where the row is.
    pub(super) region: Option<RegionCode>,
    /// Where its group is, where columns of its own say so.
    pub(super) own_region: Option<RegionCode>,
    pub(super) problems: Vec<CellProblem>,
    pub(super) name_fault: Option<Reason>,
}

/// What rows above say of those below.
#[derive(Default)]
pub(super) struct Above {
    /// The kelurahan, kecamatan, kabupaten or kota that lines by themselves named.
    pub(super) around: [String; 3],
    /// The family card of the rows below.
    pub(super) card: Option<String>,
    /// The first row of the group, where only that names what is common to all.
    pub(super) first_of_block: Option<usize>,
}

/// Reads rows, one by one.
pub(super) struct Sayer<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    today: Date,
    /// What stands above each column, folded.
    headings: Vec<String>,
    /// Which columns hold numbers that a spreadsheet has rounded all.
    rounded: Vec<bool>,
    /// Which places stand once for all of a group.
    once: Vec<bool>,
    /// What became of the days of each column.
    turned: Vec<Turned>,
}

impl<'a> Sayer<'a> {
    pub(super) fn new(sheet: &'a Sheet, mapping: &'a Mapping, today: Date, is_first_of_block: bool) -> Self {
        let columns = 0..mapping.columns.len();
        let mut sayer = Self {
            sheet,
            mapping,
            today,
            headings: columns.clone().map(|column| fold(&mapping.heading(sheet, column))).collect(),
            rounded: columns.clone().map(|column| is_rounded(sheet, mapping, column)).collect(),
            once: columns.clone().map(|column| is_first_of_block && stands_once(sheet, mapping, column)).collect(),
            turned: Vec::new(),
        };
        sayer.turned = columns.map(|column| sayer.judged(column)).collect();
        sayer
    }

    fn setting(&self, column: usize) -> Setting<'_> {
        let heading = self.headings.get(column).map_or("", String::as_str);
        let Mapping { month_first, source, .. } = *self.mapping;
        Setting { today: self.today, month_first, heading, source, from_1904: self.sheet.from_1904 }
    }

    fn nik(&self, row: usize) -> Option<Nik> {
        let column = self.mapping.column(Target::Field(Member::NIK))?;
        Nik::parse(&self.sheet.cell(row, column).text).ok()
    }

    fn judged(&self, column: usize) -> Turned {
        if self.mapping.columns.get(column) != Some(&Target::Field(Member::BIRTH_DATE)) {
            return Turned::No;
        }
        let rows = self.mapping.first_row..self.sheet.rows.len();
        let cells = rows.map(|row| (self.sheet.cell(row, column), self.nik(row))).filter(|(cell, _)| !cell.is_empty());
        judge(cells, self.setting(column))
    }

    /// Reads the cells of a row.
    pub(super) fn say(&self, row: usize, places: &Places, above: &Above) -> Said {
        let mut said = Said::default();
        let mut ticks = Vec::new();
        let mut degrees = [None, None];
        let mut homes = [""; 3];
        let mut own = [""; 3];
        for (column, target) in self.mapping.columns.iter().copied().enumerate() {
            let mut cell = self.sheet.cell(row, column);
            if let Some(first) =
                above.first_of_block.filter(|_| cell.is_empty() && self.once.get(column) == Some(&true))
            {
                cell = self.sheet.cell(first, column);
            }
            if cell.is_empty() {
                continue;
            }
            if let Some(problem) = value::uncomputed(cell) {
                if target != Target::Ignore {
                    said.wrong(column, target, &cell.text, problem);
                }
                continue;
            }
            let place = match target {
                Target::Village => Some(&mut homes[0]),
                Target::District => Some(&mut homes[1]),
                Target::Regency => Some(&mut homes[2]),
                Target::GroupVillage => Some(&mut own[0]),
                Target::GroupDistrict => Some(&mut own[1]),
                Target::GroupRegency => Some(&mut own[2]),
                _ => None,
            };
            if let Some(place) = place {
                *place = if value::is_blank(cell) { "" } else { &cell.text };
                continue;
            }
            match target {
                Target::Tick(sex) if !value::is_blank(cell) => ticks.push((column, sex)),
                Target::Latitude => degrees[0] = Some((column, cell)),
                Target::Longitude => degrees[1] = Some((column, cell)),
                // The name of the group is read with its block.
                Target::Ignore | Target::Field(Group::NAME) | Target::Tick(_) => {}
                _ => self.cell(row, column, target, cell, &mut said),
            }
        }
        match ticks[..] {
            [] => {}
            [(column, sex)] => said.put(column, Target::Tick(sex), "", Member::SEX, sex.to_json()),
            [(column, sex), ..] => {
                said.wrong(column, Target::Tick(sex), &self.sheet.cell(row, column).text, Problem::TwoTicks);
            }
        }
        Self::coordinates(degrees, &mut said);
        if let Some(card) = above.card.as_ref().filter(|_| !self.mapping.has(Target::Field(Member::CARD)))
            && let Ok(card) = Member::CARD.parse(card)
        {
            said.person.insert(Member::CARD.key(), card);
        }
        self.places(row, places, above, homes, own, &mut said);
        said
    }

    /// Reads a cell that stands for itself.
    fn cell(&self, row: usize, column: usize, target: Target, cell: &Cell, said: &mut Said) {
        let setting = self.setting(column);
        match target {
            Target::Birth => {
                let (place, day) = dates::birth(cell, setting);
                if let Some(place) = place.filter(|place| !value::is_blank(&Cell::new(place.as_str(), CellKind::Text)))
                {
                    match Member::BIRTH_PLACE.parse(&place) {
                        Ok(place) => said.put(column, target, &cell.text, Member::BIRTH_PLACE, place),
                        Err(fault) => said.wrong(column, target, &cell.text, Problem::Value(fault)),
                    }
                }
                match day {
                    Some(Ok(day)) => self.born(row, column, target, cell, day, said),
                    Some(Err(fault)) => said.wrong(column, target, &cell.text, Problem::Value(fault)),
                    None => {}
                }
            }
            Target::RtRw if value::is_blank(cell) => {}
            Target::RtRw => match value::rt_rw(cell) {
                Ok((rt, rw)) => {
                    for (field, value) in [(Member::RT, rt), (Member::RW, rw)] {
                        if let Some(value) = value {
                            said.put(column, target, &cell.text, field, value);
                        }
                    }
                }
                Err(problem) => said.wrong(column, target, &cell.text, problem),
            },
            Target::Officer(role) => match value::read(Member::NAME, cell, setting) {
                Ok(Some(name)) => {
                    let fields =
                        [(Member::NAME.key().to_owned(), name), (Member::ROLE.key().to_owned(), role.to_json())];
                    said.officers.push(fields.into());
                }
                Ok(None) => {}
                Err(problem) => said.wrong(column, target, &cell.text, problem),
            },
            Target::Field(field)
                if field.kind() == KindId::Member
                    && self.rounded.get(column) == Some(&true)
                    && cell.text.len() == 16 =>
            {
                said.wrong(column, target, &cell.text, Problem::Rounded);
            }
            Target::Field(field) if field.kind() == KindId::Member => match value::read(field, cell, setting) {
                Ok(Some(value)) if field == Member::BIRTH_DATE => match Date::from_json(&value) {
                    Ok(day) => self.born(row, column, target, cell, day, said),
                    Err(fault) => said.wrong(column, target, &cell.text, Problem::Value(fault)),
                },
                Ok(Some(value)) if self.is_ahead(target, &value) => {
                    said.wrong(column, target, &cell.text, Problem::Ahead);
                }
                Ok(Some(value)) => {
                    said.put(column, target, &cell.text, field, value);
                    if field == Member::PHONE && Phone::parse(&cell.text).is_err() {
                        said.wrong(column, target, &cell.text, Problem::FirstOnly);
                    }
                }
                Ok(None) => {}
                Err(Problem::Value(fault)) if field == Member::NAME => said.name_fault = Some(Reason::Name(fault)),
                Err(problem) => said.wrong(column, target, &cell.text, problem),
            },
            Target::Field(Group::BUSINESS) => self.business(column, cell, said),
            Target::Field(field) => match value::read(field, cell, setting) {
                Ok(Some(value)) if self.is_ahead(target, &value) => {
                    said.wrong(column, target, &cell.text, Problem::Ahead);
                }
                Ok(Some(value)) => said.group.push((column, field, value)),
                Ok(None) => {}
                Err(problem) => said.wrong(column, target, &cell.text, problem),
            },
            _ => {}
        }
    }

    /// Takes a birth, held against the NIK of the row.
    fn born(&self, row: usize, column: usize, target: Target, cell: &Cell, day: Date, said: &mut Said) {
        let turned = self.turned.get(column).copied().unwrap_or_default();
        let (day, problem) = born(day, self.nik(row), cell.kind != CellKind::Text, turned, self.today);
        if let Some(day) = day {
            said.put(column, target, &cell.text, Member::BIRTH_DATE, day.to_json());
        }
        if let Some(problem) = problem {
            said.wrong(column, target, &cell.text, problem);
        }
    }

    /// Whether it is a day that is still to come, and that cannot be planned as leaving can.
    fn is_ahead(&self, target: Target, value: &Value) -> bool {
        let is_planned = target == Target::Field(Member::LEFT);
        is_day(target) && !is_planned && Date::from_json(value).is_ok_and(|day| day > self.today)
    }

    /// The kind of business that the words mean, and the words themselves where they say more.
    fn business(&self, column: usize, cell: &Cell, said: &mut Said) {
        if value::is_blank(cell) {
            return;
        }
        let (field, target) = (Group::BUSINESS, Target::Field(Group::BUSINESS));
        let known = code_of(field, &cell.text);
        let (code, says_more) = known.unwrap_or((Business::Other.code(), true));
        said.group.push((column, Group::BUSINESS, code.into()));
        if !says_more {
            return;
        }
        if self.mapping.has(Target::Field(Group::BUSINESS_NAME)) {
            // The name is another column's; the word that is no kind would be nowhere.
            if known.is_none() {
                said.wrong(column, target, &cell.text, Problem::Word);
            }
            return;
        }
        match Group::BUSINESS_NAME.parse(&cell.text) {
            Ok(value) => said.group.push((column, Group::BUSINESS_NAME, value)),
            Err(fault) => said.wrong(column, target, &cell.text, Problem::Value(fault)),
        }
    }

    /// Latitude and longitude, of which none says anything alone.
    fn coordinates(degrees: [Option<(usize, &Cell)>; 2], said: &mut Said) {
        let number = |cell: &Cell, most: f64| {
            cell.text.replace(',', ".").parse::<f64>().is_ok_and(|number| number.abs() <= most)
        };
        let [latitude, longitude] = degrees;
        match (latitude, longitude) {
            (Some((column, one)), Some((_, other))) if number(one, 90.0) && number(other, 180.0) => {
                let text = format!("{}, {}", one.text.replace(',', "."), other.text.replace(',', "."));
                if let Ok(value) = Group::COORDINATES.parse(&text) {
                    said.group.push((column, Group::COORDINATES, value));
                }
            }
            (one, other) => {
                for ((column, cell), target) in
                    [one.map(|it| (it, Target::Latitude)), other.map(|it| (it, Target::Longitude))]
                        .into_iter()
                        .flatten()
                {
                    if !value::is_blank(cell) {
                        let fault = Fault::NotANumber { min: -180, max: 180 };
                        said.wrong(column, target, &cell.text, Problem::Value(fault));
                    }
                }
            }
        }
    }

    /// Where the row is, and where its group is.
    fn places(&self, row: usize, places: &Places, above: &Above, homes: [&str; 3], own: [&str; 3], said: &mut Said) {
        let homes: [&str; 3] =
            std::array::from_fn(|at| if homes[at].is_empty() { above.around[at].as_str() } else { homes[at] });
        said.region = self.resolve(row, places, homes, [Target::Village, Target::District, Target::Regency], said);
        if own.iter().any(|name| !name.is_empty()) {
            let targets = [Target::GroupVillage, Target::GroupDistrict, Target::GroupRegency];
            said.own_region = self.resolve(row, places, own, targets, said);
        }
        let is_placed = !(homes[0].is_empty() && homes[1].is_empty());
        // Of a row without a person it is the group's, and nothing here is read.
        if let Some(region) = said.region.filter(|_| is_placed && !said.person.is_empty()) {
            said.person.insert(Member::REGION.key(), region.to_json());
        }
    }

    fn resolve(
        &self,
        row: usize,
        places: &Places,
        [village, district, regency]: [&str; 3],
        targets: [Target; 3],
        said: &mut Said,
    ) -> Option<RegionCode> {
        let (named, around) = (Named { village, district, regency }, self.mapping.whole.region);
        let resolved = places.resolve(named, around);
        // What the title says of the first rows need not hold for those that say otherwise.
        let wider = around.and_then(RegionCode::kabkota).filter(|wider| around != Some(*wider));
        let (region, doubts) = match (&resolved, wider) {
            ((_, doubts), Some(wider)) if !doubts.is_empty() => places.resolve(named, Some(wider)),
            _ => resolved,
        };
        for (whose, problem) in doubts {
            let target = match whose {
                Whose::Village => targets[0],
                Whose::District => targets[1],
                Whose::Regency => targets[2],
            };
            let column = self.mapping.column(target).unwrap_or_default();
            let text = self.sheet.cell(row, column).text.clone();
            said.wrong(column, target, &text, problem);
        }
        region
    }
}

impl Said {
    pub(super) fn wrong(&mut self, column: usize, target: Target, text: &str, problem: Problem) {
        self.problems.push(CellProblem { column, target, text: text.to_owned(), problem });
    }

    /// Takes a value of the person; what says something else than an earlier column is told.
    fn put(&mut self, column: usize, target: Target, text: &str, field: FieldRef, value: Value) {
        match self.person.get(field.key()) {
            Some(own) if !is_alike(field, own, &value) => self.wrong(column, target, text, Problem::SaidTwice),
            Some(_) => {}
            None => {
                self.person.insert(field.key(), value);
            }
        }
    }
}
