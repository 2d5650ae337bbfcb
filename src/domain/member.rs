//! A member of a KUBE, who stands for one household (KK).

use super::choices::{ConsentWay, Kinship, Marital, Role, Schooling, Sex, WelfareData};
use super::counts::{Decile, Dependants, YesNo};
use super::date::Date;
use super::id::Id;
use super::kind::record_kind;
use super::nik::{FamilyCard, Nik};
use super::phone::Phone;
use super::region::RegionCode;
use super::rupiah::Rupiah;
use super::text::{Line, PersonName, Rt};

record_kind! {
    /// A member as the record reads now. Every value may be missing.
    ///
    /// Deliberately absent: the mother's maiden name (a bank secret), religion, photos of cards (UU 27/2022).
    Member,
    /// A field of a member.
    MemberField, "member",
    {
        /// The group's record.
        Group / group: Id = "group",
        /// Name as on the identity card. The one value without which the record would be useless.
        Name / name: PersonName = "name",
        /// National id number; masked on screen.
        Nik / nik: Nik = "nik",
        /// Sex.
        Sex / sex: Sex = "sex",
        /// Place of birth.
        BirthPlace / birth_place: Line = "birth_place",
        /// Date of birth.
        BirthDate / birth_date: Date = "birth_date",
        /// Part in the group.
        Role / role: Role = "role",
        /// Kelurahan or desa of the home.
        Region / region: RegionCode = "region",
        /// Rukun tetangga.
        Rt / rt: Rt = "rt",
        /// Rukun warga.
        Rw / rw: Rt = "rw",
        /// Street, house, landmark.
        Address / address: Line = "address",
        /// Number of the family card (No. KK); masked on screen.
        Card / card: FamilyCard = "card",
        /// Mobile number.
        Phone / phone: Phone = "phone",
        /// Place in the family.
        Kinship / kinship: Kinship = "kinship",
        /// Marital status.
        Marital / marital: Marital = "marital",
        /// Highest schooling.
        Schooling / schooling: Schooling = "schooling",
        /// Occupation.
        Occupation / occupation: Line = "occupation",
        /// How many depend on this member.
        Dependants / dependants: Dependants = "dependants",
        /// Monthly income before the group, rupiah.
        IncomeBefore / income_before: Rupiah = "income_before",
        /// Monthly income now, rupiah.
        IncomeAfter / income_after: Rupiah = "income_after",
        /// Whether the member lives with a disability; nothing more is asked.
        Disability / disability: YesNo = "disability",
        /// Where the family is found in the integrated welfare data.
        WelfareData / welfare_data: WelfareData = "welfare_data",
        /// Welfare decile, 1 the poorest.
        Decile / decile: Decile = "decile",
        /// The day that was looked up.
        WelfareChecked / welfare_checked: Date = "welfare_checked",
        /// The day of joining.
        Joined / joined: Date = "joined",
        /// The day of leaving.
        Left / left: Date = "left",
        /// Why.
        LeaveReason / leave_reason: Line = "leave_reason",
        /// The day of consent to being registered.
        ConsentDate / consent_date: Date = "consent_date",
        /// How it was given.
        ConsentWay / consent_way: ConsentWay = "consent_way",
        /// The older record of the same person, which counts in place of this one.
        SameAs / same_as: Id = "same_as",
    }
}

impl Member {
    /// Whether the member belongs to the group on this day.
    pub fn is_present(&self, today: Date) -> bool {
        self.left.is_none_or(|left| left > today)
    }
}
