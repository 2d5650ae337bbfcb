//! Reads the rows of a sheet, from the first to the last: a row can say what holds for those below it.

use super::columns::is_first_of_block;
use super::group_name::key;
use super::line::{Line, Lines};
use super::mapping::{Mapping, SameName};
use super::matching::Twins;
use super::place::Places;
use super::problem::{CellProblem, Problem, Reason};
use super::rows::{Aside, Block, Reading, Row, Span, is_alike, is_around, share};
use super::say::{Above, Said, Sayer};
use super::sheet::Sheet;
use super::target::Target;
use super::value;
use crate::domain::{Date, FieldValue, GroupName, RegionCode, Role, Year};
use crate::history::Fields;
use crate::kinds::{Group, Member};

/// Reads the rows of a sheet.
pub fn read(sheet: &Sheet, mapping: &Mapping, today: Date) -> Reading {
    read_telling(sheet, mapping, today, &mut |_| {})
}

/// The same, and tells at each row how many are done.
pub(super) fn read_telling(sheet: &Sheet, mapping: &Mapping, today: Date, tell: &mut dyn FnMut(usize)) -> Reading {
    // The heading stays as it is: what stands over several columns there is found by its gaps.
    let sheet = &*sheet.spread(mapping.first_row);
    let places = Places::new();
    let is_first_of_block = is_first_of_block(sheet, mapping);
    let mut reader = Reader {
        sheet,
        mapping,
        sayer: Sayer::new(sheet, mapping, today, is_first_of_block),
        places: &places,
        is_first_of_block,
        group: None,
        last: None,
        above: Above::default(),
        is_titled: false,
        titled: None,
        twins: Twins::default(),
        reading: Reading::default(),
    };
    let mut lines = Lines::new(sheet, mapping, &places);
    for row in 0..sheet.rows.len() {
        tell(row);
        match lines.line(row) {
            Line::Empty => reader.aside(row, Aside::Empty),
            Line::Heading => reader.aside(row, Aside::Heading),
            Line::Foot => reader.aside(row, Aside::Foot),
            Line::Title(pairs) => reader.title(row, pairs),
            Line::Family(card) => {
                reader.above.card = Some(card);
                reader.aside(row, Aside::Heading);
            }
            Line::Other => reader.other(row),
            Line::Data => reader.row(row),
        }
    }
    reader.settle_same_names();
    let mut reading = reader.reading;
    for block in &mut reading.blocks {
        let whole = [
            (Group::YEAR, mapping.whole.year.map(|year| year.to_json())),
            (Group::PROGRAMME, mapping.whole.programme.map(|programme| programme.to_json())),
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
    sayer: Sayer<'a>,
    places: &'a Places,
    is_first_of_block: bool,
    group: Option<Current>,
    /// The block of the row before.
    last: Option<usize>,
    above: Above,
    /// Whether lines by themselves say where the rows below are.
    is_titled: bool,
    /// The row of the last such line: what follows it at once says more of the same rows.
    titled: Option<usize>,
    twins: Twins,
    reading: Reading,
}

impl Reader<'_> {
    /// What a row is called that says nothing of a person or a group.
    fn first_text(&self, row: usize) -> String {
        let cell = self.sheet.rows.get(row).and_then(|cells| cells.iter().find(|cell| !cell.is_empty()));
        cell.map(|cell| cell.text.clone()).unwrap_or_default()
    }

    /// What a row of a person is called whose name is not known: the first words that stand in it.
    fn first_words(&self, row: usize) -> String {
        let mut cells = self.sheet.rows.get(row).into_iter().flatten();
        let words = cells.find(|cell| cell.text.chars().filter(|c| c.is_alphabetic()).count() > 2);
        words.map_or_else(|| self.first_text(row), |cell| cell.text.clone())
    }

    fn note(&mut self, row: usize, aside: Option<Aside>, left_out: Option<Reason>) {
        let name = self.first_text(row);
        let (people, problems) = (Vec::new(), Vec::new());
        self.reading.rows.push(Row { number: row + 1, name, block: None, people, problems, left_out, aside });
    }

    fn aside(&mut self, row: usize, aside: Aside) {
        self.note(row, Some(aside), None);
    }

    fn other(&mut self, row: usize) {
        self.note(row, None, Some(Reason::OtherTable));
    }

    /// Notes what a line says of the rows below it.
    fn title(&mut self, row: usize, pairs: Vec<(Target, String)>) {
        for (target, name) in pairs {
            let at = match target {
                Target::Village => 0,
                Target::District => 1,
                Target::Regency => 2,
                _ => {
                    self.group = Some(Current { name, block: None });
                    self.last = None;
                    continue;
                }
            };
            self.is_titled = true;
            // What lay within the place before does not lie in this one.
            if self.titled.is_none_or(|titled| titled + 1 < row) {
                self.above.around.iter_mut().take(at).for_each(String::clear);
            }
            self.above.around[at] = name;
        }
        self.titled = Some(row);
        self.above.card = None;
        self.aside(row, Aside::Heading);
    }

    fn row(&mut self, row: usize) {
        let cell = |target| self.mapping.column(target).map(|column| self.sheet.cell(row, column));
        let group_cell =
            cell(Target::Field(Group::NAME)).filter(|cell| !value::is_blank(cell) && value::uncomputed(cell).is_none());
        self.above.first_of_block = match (group_cell, self.is_first_of_block) {
            (Some(_), true) => Some(row),
            (None, true) => self.above.first_of_block,
            (_, false) => None,
        };
        let mut said = self.sayer.say(row, self.places, &self.above);
        let shown = |target| cell(target).map(|cell| cell.text.clone()).filter(|text| !text.is_empty());
        let is_of_people = self.mapping.is_of_people();
        let name = shown(Target::Field(Member::NAME));
        let name = name.or_else(|| shown(Target::Field(Group::NAME)).filter(|_| !is_of_people));
        let name = name.unwrap_or_else(|| self.first_words(row));

        let mut left_out = said.name_fault.take();
        let has_name = said.person.get(Member::NAME.key()).is_some();
        if is_of_people && !has_name && left_out.is_none() && (!said.person.is_empty() || said.officers.is_empty()) {
            left_out = Some(Reason::NoName);
        }
        let block = match self.block(group_cell.map(|cell| cell.text.clone()), &said) {
            Ok(block) => Some(block),
            Err(reason) => {
                left_out = left_out.or(Some(reason));
                None
            }
        };
        self.last = block.or(self.last);
        if let Some(block) = block.filter(|_| left_out.is_none()) {
            let main = Some(&said.person).filter(|_| has_name);
            let people: Vec<&Fields> = main.into_iter().chain(&said.officers).collect();
            match self.twins.meet(&people, block, row + 1) {
                Some(twin) => left_out = Some(Reason::Twice { row: twin }),
                None => self.note_group(block, row, &mut said, is_of_people),
            }
        }
        let mut people: Vec<Fields> = if has_name { vec![said.person] } else { Vec::new() };
        people.append(&mut said.officers);
        let problems = said.problems;
        self.reading.rows.push(Row { number: row + 1, name, block, people, problems, left_out, aside: None });
    }

    /// The block of a row, made if it is the first of it. A group is its name, its place and its year.
    fn block(&mut self, cell: Option<String>, said: &Said) -> Result<usize, Reason> {
        let is_named = cell.is_some();
        let named = match (cell, &self.group) {
            (Some(name), _) => name,
            (None, Some(Current { block: Some(block), .. })) => return Ok(*block),
            (None, Some(Current { name, block: None })) => name.clone(),
            (None, None) if !self.mapping.whole.group.trim().is_empty() => self.mapping.whole.group.clone(),
            (None, None) => return Err(Reason::NoGroup),
        };
        let name = GroupName::parse(named.trim()).map_err(Reason::GroupName)?;
        let key = key(name.as_str());
        let year = said.group.iter().find(|(_, field, _)| *field == Group::YEAR);
        let year = year.and_then(|(_, _, value)| Year::from_json(value).ok());
        let place = said.own_region.or(said.region);
        let like: Vec<usize> = (0..self.reading.blocks.len())
            .rev()
            .filter(|at| {
                let Some(block) = self.reading.blocks.get(*at).filter(|block| block.key == key) else { return false };
                self.is_near(block.region(), place)
                    && (year.is_none() || block.year().is_none() || block.year() == year)
            })
            .collect();
        let at = match like[..] {
            [] => {
                let fields: Fields = [(Group::NAME.key().to_owned(), name.to_json())].into();
                let regions = place.into_iter().collect();
                self.reading.blocks.push(Block {
                    key,
                    fields,
                    set_in: Vec::new(),
                    regions,
                    is_own_region: false,
                    span: Span::default(),
                    is_apart: None,
                });
                self.reading.blocks.len() - 1
            }
            [only] => only,
            // The row says less than two groups of its name: it is of the one that it stands in.
            _ => self.last.filter(|last| like.contains(last)).ok_or(Reason::GroupAmbiguous)?,
        };
        if !is_named && self.group.is_some() || is_named && self.is_first_of_block {
            self.group = Some(Current { name: named, block: Some(at) });
        }
        Ok(at)
    }

    /// Whether a row of this place can be of a group there.
    fn is_near(&self, block: Option<RegionCode>, place: Option<RegionCode>) -> bool {
        if self.mapping.same_name == Some(SameName::Together) { share(block, place) } else { is_around(block, place) }
    }

    /// Notes what a row says of its group.
    fn note_group(&mut self, block: usize, row: usize, said: &mut Said, is_of_people: bool) {
        let Some(block) = self.reading.blocks.get_mut(block) else { return };
        let Span { first, rows, chairs, .. } = block.span;
        let is_chair = |one: &Fields| one.get(Member::ROLE.key()) == Some(&Role::Chair.to_json());
        let own = usize::from(is_chair(&said.person)) + said.officers.iter().filter(|one| is_chair(one)).count();
        let first = if rows == 0 { row } else { first };
        block.span = Span { first, last: row, rows: rows + 1, chairs: chairs + own };
        let place = said.own_region.or(said.region);
        if let Some(region) = place.filter(|region| !block.regions.contains(region)) {
            block.regions.push(region);
        }
        block.is_own_region |= !is_of_people || said.own_region.is_some();
        for (column, field, value) in std::mem::take(&mut said.group) {
            match block.fields.get(field.key()) {
                None => {
                    block.fields.insert(field.key(), value);
                    block.set_in.push((field, row + 1));
                }
                Some(own) if is_alike(field, own, &value) => {}
                // One cell can say two things; that it differs is said once.
                Some(_) if said.problems.iter().any(|problem| problem.column == column) => {}
                Some(_) => {
                    let set_in = block.set_in.iter().find(|(set, _)| *set == field).map_or(0, |(_, row)| *row);
                    said.problems.push(CellProblem {
                        column,
                        target: Target::Field(field),
                        text: self.sheet.cell(row, column).text.clone(),
                        problem: Problem::GroupDiffers { row: set_in },
                    });
                }
            }
        }
        // Where a row is a group, an address without a word of whose is the group's.
        for (own, its) in [(Member::ADDRESS, Group::ADDRESS), (Member::RT, Group::RT), (Member::RW, Group::RW)] {
            let value = said.person.get(own.key()).filter(|_| !is_of_people && block.fields.get(its.key()).is_none());
            if let Some(value) = value {
                block.fields.insert(its.key(), value.clone());
            }
        }
        // The phone beside a group's chair is the chair's.
        let phone = said.person.get(Member::PHONE.key()).filter(|_| !is_of_people).cloned();
        if let (Some(chair), Some(phone)) = (said.officers.iter_mut().find(|one| is_chair(one)), phone) {
            chair.insert(Member::PHONE.key(), phone);
        }
    }

    /// Whether groups of one name in two villages are two, is told by the list, said by a person, or asked.
    fn settle_same_names(&mut self) {
        let column = |target| self.mapping.column(target);
        let village = column(Target::Village);
        // A place beside the group's name, before the names of people, is the group's; so is one in a line above its rows.
        let is_own = column(Target::GroupVillage).is_some()
            || !self.mapping.is_of_people()
            || village.is_some_and(|village| Some(village) < column(Target::Field(Member::NAME)))
            || village.is_none() && self.is_titled;
        for block in &mut self.reading.blocks {
            block.is_apart = match self.mapping.same_name {
                Some(SameName::Apart) => Some(true),
                Some(SameName::Together) => Some(false),
                None => is_own.then_some(true),
            };
        }
        let mut asked = Vec::new();
        for (at, block) in self.reading.blocks.iter().enumerate() {
            let is_like = |(other_at, other): &(usize, &Block)| {
                *other_at != at
                    && other.key == block.key
                    && other.year() == block.year()
                    && share(other.region(), block.region())
                    && !is_around(other.region(), block.region())
            };
            let mut like = self.reading.blocks.iter().enumerate().filter(is_like).peekable();
            // Each with a chair of its own is a group.
            let is_led = block.span.chairs == 1 && like.clone().all(|(_, other)| other.span.chairs == 1);
            if block.is_apart.is_none() && like.peek().is_some() && !is_led {
                asked.push(at);
            }
        }
        for row in self.reading.rows.iter_mut().filter(|row| row.left_out.is_none()) {
            if row.block.is_some_and(|block| asked.contains(&block)) {
                row.left_out = Some(Reason::SameName);
            }
        }
    }
}
