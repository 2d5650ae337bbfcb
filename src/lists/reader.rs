//! Reads the rows of a sheet, from the first to the last: a row can say what holds for those below it.

use super::columns::{is_first_of_block, is_rounded};
use super::group_name::key;
use super::line::{Line, Lines};
use super::mapping::Mapping;
use super::matching::Twins;
use super::place::{Named, Places, Whose};
use super::problem::{CellProblem, Problem, Reason};
use super::rows::{Block, Reading, Row, is_alike, share};
use super::sheet::{Cell, Sheet};
use super::target::Target;
use super::value::{self, Setting};
use super::words::code_of;
use crate::domain::{
    AnyField, Business, Date, Field, FieldValue, GroupField, GroupName, MemberField, RegionCode, Role, Year, fold,
};
use crate::history::Fields;

/// Reads the rows of a sheet.
pub fn read(sheet: &Sheet, mapping: &Mapping, today: Date) -> Reading {
    read_telling(sheet, mapping, today, &mut |_| {})
}

/// The same, and tells at each row how many are done.
pub(super) fn read_telling(sheet: &Sheet, mapping: &Mapping, today: Date, tell: &mut dyn FnMut(usize)) -> Reading {
    let mut reader = Reader {
        sheet,
        mapping,
        today,
        places: Places::new(),
        headings: (0..mapping.columns.len()).map(|column| fold(&mapping.heading(sheet, column))).collect(),
        rounded: (0..mapping.columns.len()).map(|column| is_rounded(sheet, mapping, column)).collect(),
        is_first_of_block: is_first_of_block(sheet, mapping),
        group: None,
        around: [const { String::new() }; 3],
        twins: Twins::default(),
        reading: Reading::default(),
    };
    let mut lines = Lines::new(sheet, mapping);
    for row in mapping.first_row..sheet.rows.len() {
        tell(row);
        match lines.line(row) {
            Line::Nothing => {}
            Line::Foot => reader.foot(row),
            Line::Group(name) => reader.group = Some(Current { name, block: None }),
            Line::Place(target, name) => reader.place(target, name),
            Line::Data => reader.row(row),
        }
    }
    let mut reading = reader.reading;
    for block in &mut reading.blocks {
        let whole = [
            (GroupField::Year, mapping.whole.year.map(|year| year.to_json())),
            (GroupField::Programme, mapping.whole.programme.map(|programme| programme.to_json())),
        ];
        for (field, value) in whole {
            if let Some(value) = value.filter(|_| block.fields.get(field.key()).is_none()) {
                block.fields.insert(field.key(), value);
            }
        }
    }
    reading
}

/// The group that a line by itself, or the first row of a block, named.
struct Current {
    name: String,
    block: Option<usize>,
}

struct Reader<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    today: Date,
    places: Places,
    /// What stands above each column, folded.
    headings: Vec<String>,
    /// Which columns hold numbers that a spreadsheet has rounded all.
    rounded: Vec<bool>,
    is_first_of_block: bool,
    group: Option<Current>,
    /// The kelurahan, kecamatan, kabupaten or kota that lines by themselves named.
    around: [String; 3],
    twins: Twins,
    reading: Reading,
}

/// What a row says, while it is read.
#[derive(Default)]
struct Said {
    person: Fields,
    officers: Vec<Fields>,
    group: Vec<(usize, GroupField, serde_json::Value)>,
    region: Option<RegionCode>,
    /// Whether a kecamatan or a smaller place is named.
    is_placed: bool,
    problems: Vec<CellProblem>,
    name_fault: Option<Reason>,
}

impl Reader<'_> {
    fn foot(&mut self, row: usize) {
        let name = self.sheet.rows.get(row).and_then(|cells| cells.iter().find(|cell| !cell.is_empty()));
        self.reading.rows.push(Row {
            number: row + 1,
            name: name.map(|cell| cell.text.clone()).unwrap_or_default(),
            block: None,
            people: Vec::new(),
            problems: Vec::new(),
            left_out: Some(Reason::Foot),
        });
    }

    fn place(&mut self, target: Target, name: String) {
        let at = match target {
            Target::Village => 0,
            Target::District => 1,
            _ => 2,
        };
        // What lay within the place before does not lie in this one.
        self.around.iter_mut().take(at).for_each(String::clear);
        self.around[at] = name;
    }

    fn row(&mut self, row: usize) {
        let mut said = self.say(row);
        let column = |target| self.mapping.columns.iter().position(|own| *own == target);
        let cell = |target| column(target).map(|column| self.sheet.cell(row, column));
        let shown = |target| cell(target).map(|cell| cell.text.clone()).filter(|text| !text.is_empty());
        let group_cell = cell(Target::Group(GroupField::Name)).filter(|cell| !value::is_blank(cell));
        let names_people = self.mapping.has(Target::Member(MemberField::Name));
        let name = shown(Target::Member(MemberField::Name))
            .or_else(|| shown(Target::Group(GroupField::Name)))
            .or_else(|| self.sheet.rows.get(row)?.iter().map(|cell| cell.text.clone()).find(|text| !text.is_empty()));

        let mut left_out = said.name_fault.take();
        let has_name = said.person.get(MemberField::Name.key()).is_some();
        if names_people && !has_name && left_out.is_none() && (!said.person.is_empty() || said.officers.is_empty()) {
            left_out = Some(Reason::NoName);
        }
        let block = match self.block(group_cell.map(|cell| cell.text.as_str()), &said) {
            Ok(block) => Some(block),
            Err(reason) => {
                left_out = left_out.or(Some(reason));
                None
            }
        };
        if let Some(block) = block.filter(|_| left_out.is_none()) {
            let main = Some(&said.person).filter(|_| has_name);
            let people: Vec<&Fields> = main.into_iter().chain(&said.officers).collect();
            match self.twins.meet(&people, block, row + 1) {
                Some(twin) => left_out = Some(Reason::Twice { row: twin }),
                None => self.note_group(block, row, &mut said, names_people),
            }
        }
        let mut people: Vec<Fields> = if has_name { vec![said.person] } else { Vec::new() };
        people.append(&mut said.officers);
        self.reading.rows.push(Row {
            number: row + 1,
            name: name.unwrap_or_default(),
            block,
            people,
            problems: said.problems,
            left_out,
        });
    }

    /// Reads the cells of a row.
    fn say(&self, row: usize) -> Said {
        let mut said = Said::default();
        let mut ticks = Vec::new();
        let mut named = [""; 3];
        for (column, target) in self.mapping.columns.iter().copied().enumerate() {
            let cell = self.sheet.cell(row, column);
            if cell.is_empty() {
                continue;
            }
            let heading = self.headings.get(column).map_or("", String::as_str);
            let setting = Setting { today: self.today, month_first: self.mapping.month_first, heading };
            let mut wrong = |problem| {
                said.problems.push(CellProblem { column, target, text: cell.text.clone(), problem });
            };
            match target {
                Target::Village if !value::is_blank(cell) => named[0] = &cell.text,
                Target::District if !value::is_blank(cell) => named[1] = &cell.text,
                Target::Regency if !value::is_blank(cell) => named[2] = &cell.text,
                Target::Tick(sex) if !value::is_blank(cell) => ticks.push((column, sex)),
                // The name of the group is read with its block.
                Target::Ignore
                | Target::Group(GroupField::Name)
                | Target::Village
                | Target::District
                | Target::Regency
                | Target::Tick(_) => {}
                Target::Birth => {
                    let (place, day) = value::birth(cell, setting);
                    if let Some(place) = place {
                        match MemberField::BirthPlace.parse(&place) {
                            Ok(place) => said.person.insert(MemberField::BirthPlace.key(), place),
                            Err(fault) => wrong(Problem::Value(fault)),
                        }
                    }
                    match day {
                        Some(Ok(day)) => said.person.insert(MemberField::BirthDate.key(), day.to_json()),
                        Some(Err(fault)) => wrong(Problem::Value(fault)),
                        None => {}
                    }
                }
                Target::RtRw if value::is_blank(cell) => {}
                Target::RtRw => match value::rt_rw(cell) {
                    Ok((rt, rw)) => {
                        for (field, value) in [(MemberField::Rt, rt), (MemberField::Rw, rw)] {
                            if let Some(value) = value {
                                said.person.insert(field.key(), value);
                            }
                        }
                    }
                    Err(problem) => wrong(problem),
                },
                Target::Officer(role) => match value::read(MemberField::Name.into(), cell, setting) {
                    Ok(Some(name)) => {
                        let fields = [
                            (MemberField::Name.key().to_owned(), name),
                            (MemberField::Role.key().to_owned(), role.to_json()),
                        ];
                        said.officers.push(fields.into());
                    }
                    Ok(None) => {}
                    Err(problem) => wrong(problem),
                },
                Target::Member(_) if self.rounded.get(column) == Some(&true) && cell.text.len() == 16 => {
                    wrong(Problem::Rounded);
                }
                Target::Member(field) => match value::read(field.into(), cell, setting) {
                    Ok(Some(value)) => said.person.insert(field.key(), value),
                    Ok(None) => {}
                    Err(Problem::Value(fault)) if field == MemberField::Name => {
                        said.name_fault = Some(Reason::Name(fault));
                    }
                    Err(problem) => wrong(problem),
                },
                Target::Group(GroupField::Business) => self.business(column, cell, &mut said),
                Target::Group(field) => match value::read(field.into(), cell, setting) {
                    Ok(Some(value)) => said.group.push((column, field, value)),
                    Ok(None) => {}
                    Err(problem) => wrong(problem),
                },
            }
        }
        match ticks[..] {
            [] => {}
            [(_, sex)] => said.person.insert(MemberField::Sex.key(), sex.to_json()),
            [(column, sex), ..] => {
                let text = self.sheet.cell(row, column).text.clone();
                said.problems.push(CellProblem { column, target: Target::Tick(sex), text, problem: Problem::TwoTicks });
            }
        }
        self.say_place(row, named, &mut said);
        said
    }

    /// The kind of business that the words mean, and the words themselves where they say more.
    fn business(&self, column: usize, cell: &Cell, said: &mut Said) {
        if value::is_blank(cell) {
            return;
        }
        let known = code_of(AnyField::Group(GroupField::Business), &cell.text);
        let (code, says_more) = known.unwrap_or((Business::Other.code(), true));
        said.group.push((column, GroupField::Business, code.into()));
        if says_more && !self.mapping.has(Target::Group(GroupField::BusinessName)) {
            match GroupField::BusinessName.parse(&cell.text) {
                Ok(value) => said.group.push((column, GroupField::BusinessName, value)),
                Err(fault) => {
                    let (target, text) = (Target::Group(GroupField::Business), cell.text.clone());
                    said.problems.push(CellProblem { column, target, text, problem: Problem::Value(fault) });
                }
            }
        }
    }

    fn say_place<'a>(&'a self, row: usize, mut named: [&'a str; 3], said: &mut Said) {
        for (own, around) in named.iter_mut().zip(&self.around) {
            if own.is_empty() {
                *own = around;
            }
        }
        let [village, district, regency] = named;
        let (region, doubt) = self.places.resolve(Named { village, district, regency }, self.mapping.whole.region);
        if let Some((whose, problem)) = doubt {
            let target = match whose {
                Whose::Village => Target::Village,
                Whose::District => Target::District,
                Whose::Regency => Target::Regency,
            };
            let column = self.mapping.columns.iter().position(|own| *own == target).unwrap_or_default();
            let text = self.sheet.cell(row, column).text.clone();
            said.problems.push(CellProblem { column, target, text, problem });
        }
        said.region = region;
        said.is_placed = !(village.is_empty() && district.is_empty());
        if let Some(region) = region.filter(|_| said.is_placed) {
            // Of a row without a person it is the group's, and nothing here is read.
            if !said.person.is_empty() {
                said.person.insert(MemberField::Region.key(), region.to_json());
            }
        }
    }

    /// The block of a row, made if it is the first of it.
    fn block(&mut self, cell: Option<&str>, said: &Said) -> Result<usize, Reason> {
        let named = match (cell, &self.group) {
            (Some(name), _) => name.to_owned(),
            (None, Some(Current { block: Some(block), .. })) => return Ok(*block),
            (None, Some(Current { name, block: None })) => name.clone(),
            (None, None) if !self.mapping.whole.group.trim().is_empty() => self.mapping.whole.group.clone(),
            (None, None) => return Err(Reason::NoGroup),
        };
        let name = GroupName::parse(named.trim()).map_err(Reason::GroupName)?;
        let key = key(name.as_str());
        let year = said.group.iter().find(|(_, field, _)| *field == GroupField::Year);
        let year = year.and_then(|(_, _, value)| Year::from_json(value).ok());
        let is_same = |block: &Block| {
            block.key == key
                && share(block.region(), said.region)
                && (year.is_none() || block.year().is_none() || block.year() == year)
        };
        let at = self.reading.blocks.iter().rposition(is_same).unwrap_or_else(|| {
            let fields: Fields = [(GroupField::Name.key().to_owned(), name.to_json())].into();
            let regions = said.region.into_iter().collect();
            self.reading.blocks.push(Block { key, fields, set_in: Vec::new(), regions, is_own_region: false });
            self.reading.blocks.len() - 1
        });
        if cell.is_none() && self.group.is_some() || cell.is_some() && self.is_first_of_block {
            self.group = Some(Current { name: named, block: Some(at) });
        }
        Ok(at)
    }

    /// Notes what a row says of its group.
    fn note_group(&mut self, block: usize, row: usize, said: &mut Said, names_people: bool) {
        let Some(block) = self.reading.blocks.get_mut(block) else { return };
        if let Some(region) = said.region.filter(|region| !block.regions.contains(region)) {
            block.regions.push(region);
        }
        block.is_own_region |= !names_people;
        for (column, field, value) in std::mem::take(&mut said.group) {
            match block.fields.get(field.key()) {
                None => {
                    block.fields.insert(field.key(), value);
                    block.set_in.push((field, row + 1));
                }
                Some(own) if is_alike(field.into(), own, &value) => {}
                // One cell can say two things; that it differs is said once.
                Some(_) if said.problems.iter().any(|problem| problem.column == column) => {}
                Some(_) => {
                    let set_in = block.set_in.iter().find(|(set, _)| *set == field).map_or(0, |(_, row)| *row);
                    said.problems.push(CellProblem {
                        column,
                        target: Target::Group(field),
                        text: self.sheet.cell(row, column).text.clone(),
                        problem: Problem::GroupDiffers { row: set_in },
                    });
                }
            }
        }
        // Where a row is a group, an address without a word of whose is the group's.
        if !names_people {
            for (own, its) in [
                (MemberField::Address, GroupField::Address),
                (MemberField::Rt, GroupField::Rt),
                (MemberField::Rw, GroupField::Rw),
            ] {
                if let Some(value) = said.person.get(own.key()).filter(|_| block.fields.get(its.key()).is_none()) {
                    block.fields.insert(its.key(), value.clone());
                }
            }
        }
        if said.officers.iter().any(|one| one.get(MemberField::Role.key()) == Some(&Role::Chair.to_json())) {
            // The phone beside a group's chair is the chair's.
            let phone = said.person.get(MemberField::Phone.key()).filter(|_| !names_people).cloned();
            let chair =
                said.officers.iter_mut().find(|one| one.get(MemberField::Role.key()) == Some(&Role::Chair.to_json()));
            if let (Some(chair), Some(phone)) = (chair, phone) {
                chair.insert(MemberField::Phone.key(), phone);
            }
        }
    }
}
