//! What a recap says of one group: counts, and nobody's data.
//!
//! All that the charts of the city and the province need, and no more (UU 27/2022: data minimisation; domain notes 7.2). What is
//! unknown of some members is not a field: it is what is missing to `members`.

mod words;

use super::record::record;
use super::{Belongs, Kind, KindId};
use crate::domain::{Area, Business, Count, Date, GroupName, Id, Programme, RegionCode, Stage, Status, Year};

pub(super) use words::{NAMES, WORDS};

record! {
    /// The recap of a group as its record reads now.
    ///
    /// Deliberately absent: names of persons (the pendamping's, too), addresses, the account, free text.
    Recap = "summary",
    {
        /// The group's record.
        GROUP group: Id = "group", Open;
        /// The group's name.
        NAME name: GroupName = "name", Open;
        /// Kind of business.
        BUSINESS business: Business = "business", Open;
        /// Where it lies.
        REGION region: RegionCode = "region", Open;
        /// Kind of area.
        AREA area: Area = "area", Open;
        /// The programme it was formed under.
        PROGRAMME programme: Programme = "programme", Open;
        /// Budget year.
        YEAR year: Year = "year", Open;
        /// The day it was formed.
        FORMED formed: Date = "formed", Open;
        /// Whether it still works.
        STATUS status: Status = "status", Open;
        /// Stage of growth.
        STAGE stage: Stage = "stage", Open;
        /// The day of counting, as of which ages and presence are counted.
        AS_OF as_of: Date = "as_of", Open;
        /// Members present.
        MEMBERS members: Count = "members", Open;
        /// Households (KK) of these.
        HOUSEHOLDS households: Count = "households", Open;
        /// Women among them.
        WOMEN women: Count = "women", Open;
        /// Men among them.
        MEN men: Count = "men", Open;
        /// Younger than 18.
        AGE_UNDER_18 age_under_18: Count = "age_under_18", Open;
        /// 18 to 29.
        AGE_18_TO_29 age_18_29: Count = "age_18_29", Open;
        /// 30 to 39.
        AGE_30_TO_39 age_30_39: Count = "age_30_39", Open;
        /// 40 to 49.
        AGE_40_TO_49 age_40_49: Count = "age_40_49", Open;
        /// 50 to 59.
        AGE_50_TO_59 age_50_59: Count = "age_50_59", Open;
        /// 60 and older.
        AGE_60_UP age_60_up: Count = "age_60_up", Open;
        /// Found in DTSEN.
        DTSEN dtsen: Count = "dtsen", Open;
        /// Found in DTKS.
        DTKS dtks: Count = "dtks", Open;
        /// Found in BDT.
        BDT bdt: Count = "bdt", Open;
        /// Looked up in the welfare data, and found in none.
        ABSENT absent: Count = "absent", Open;
        /// In welfare deciles 1 to 4, to which most aid goes.
        POOREST_FOUR poorest_four: Count = "decile_1_4", Open;
    }
}

/// Nobody invents one.
pub(super) const INVENT: Option<super::Invent> = None;

/// No list has it.
pub(super) const HEADINGS: &[super::Heading] = &[];

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Group;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Recap,
    name: Recap::KIND,
    belongs: BELONGS,
    is_typed: false,
    is_derived: true,
    fields: Recap::FIELDS,
    basics: &[],
    sections: &[],
    title: &[Recap::NAME],
    dated: None,
    check: |_, _| Vec::new(),
};
