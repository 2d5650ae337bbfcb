//! What a recap says of one group: counts, and nobody's data.
//!
//! All that the charts of the city and the province need, and no more (UU 27/2022: data minimisation; domain notes 7.2). What is
//! unknown of some members is not a field: it is what is missing to `members`.

use super::choices::{Area, Business, Programme, Stage, Status};
use super::counts::{Count, Year};
use super::date::Date;
use super::id::Id;
use super::kind::record_kind;
use super::region::RegionCode;
use super::text::GroupName;

record_kind! {
    /// The recap of a group as its record reads now.
    ///
    /// Deliberately absent: names of persons (the pendamping's, too), addresses, the account, free text.
    Recap,
    /// A field of a recap.
    RecapField, "summary",
    {
        /// The group's record.
        Group / group: Id = "group",
        /// The group's name.
        Name / name: GroupName = "name",
        /// Kind of business.
        Business / business: Business = "business",
        /// Where it lies.
        Region / region: RegionCode = "region",
        /// Kind of area.
        Area / area: Area = "area",
        /// The programme it was formed under.
        Programme / programme: Programme = "programme",
        /// Budget year.
        Year / year: Year = "year",
        /// The day it was formed.
        Formed / formed: Date = "formed",
        /// Whether it still works.
        Status / status: Status = "status",
        /// Stage of growth.
        Stage / stage: Stage = "stage",
        /// The day as of which ages and presence are counted: that of the group's last change.
        AsOf / as_of: Date = "as_of",
        /// Members present.
        Members / members: Count = "members",
        /// Households (KK) of these.
        Households / households: Count = "households",
        /// Women among them.
        Women / women: Count = "women",
        /// Men among them.
        Men / men: Count = "men",
        /// Younger than 18.
        AgeUnder18 / age_under_18: Count = "age_under_18",
        /// 18 to 29.
        Age18To29 / age_18_29: Count = "age_18_29",
        /// 30 to 39.
        Age30To39 / age_30_39: Count = "age_30_39",
        /// 40 to 49.
        Age40To49 / age_40_49: Count = "age_40_49",
        /// 50 to 59.
        Age50To59 / age_50_59: Count = "age_50_59",
        /// 60 and older.
        Age60Up / age_60_up: Count = "age_60_up",
        /// Found in DTSEN.
        Dtsen / dtsen: Count = "dtsen",
        /// Found in DTKS.
        Dtks / dtks: Count = "dtks",
        /// Found in BDT.
        Bdt / bdt: Count = "bdt",
        /// Looked up, and found in none.
        Absent / absent: Count = "absent",
        /// In welfare deciles 1 to 4, to which most aid goes.
        PoorestFour / poorest_four: Count = "decile_1_4",
    }
}
