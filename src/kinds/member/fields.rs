//! The fields of a member.

use crate::domain::{
    ConsentWay, Date, Decile, Dependants, FamilyCard, Id, Kinship, Line, Marital, Nik, PersonName, Phone, RegionCode,
    Role, Rt, Rupiah, Schooling, Sex, WelfareData, YesNo,
};
use crate::kinds::record::record;

record! {
    /// A member as the record reads now. Every value may be missing.
    ///
    /// Deliberately absent: the mother's maiden name (a bank secret), religion, photos of cards (UU 27/2022).
    Member = "member",
    {
        /// The group's record.
        GROUP group: Id = "group", Open [Hidden];
        /// Name as on the identity card. The one value without which the record would be useless.
        NAME name: PersonName = "name", Open [Required, Wide];
        /// National id number (nomor induk kependudukan): region (6), day of birth, for women plus 40 (2), month (2), year (2), serial (4).
        /// Masked on screen.
        NIK nik: Nik = "nik", Masked [Optional];
        /// Sex, as on the identity card.
        SEX sex: Sex = "sex", Open [Segments];
        /// Place of birth.
        BIRTH_PLACE birth_place: Line = "birth_place", Personal;
        /// Date of birth.
        BIRTH_DATE birth_date: Date = "birth_date", Personal [DateHelp];
        /// Ketua, sekretaris, bendahara or anggota (Permensos 2/2019 Pasal 3).
        ROLE role: Role = "role", Open;
        /// Kelurahan or desa of the home.
        REGION region: RegionCode = "region", Open;
        /// Rukun tetangga.
        RT rt: Rt = "rt", Personal;
        /// Rukun warga.
        RW rw: Rt = "rw", Personal;
        /// Street, house, landmark.
        ADDRESS address: Line = "address", Personal [Wide];
        /// Number of the family card (nomor KK): region (6), date of issue (6), serial (4). Members with one card are one household. Masked
        /// on screen.
        CARD card: FamilyCard = "card", Masked [Optional];
        /// Mobile number.
        PHONE phone: Phone = "phone", Contact;
        /// Place in the family.
        KINSHIP kinship: Kinship = "kinship", Open;
        /// Marital status.
        MARITAL marital: Marital = "marital", Open;
        /// Highest schooling.
        SCHOOLING schooling: Schooling = "schooling", Open;
        /// Occupation.
        OCCUPATION occupation: Line = "occupation", Open;
        /// How many depend on this member.
        DEPENDANTS dependants: Dependants = "dependants", Open;
        /// Monthly income before the group, rupiah.
        INCOME_BEFORE income_before: Rupiah = "income_before", Protected;
        /// Monthly income now, rupiah.
        INCOME_AFTER income_after: Rupiah = "income_after", Protected;
        /// Whether the member lives with a disability; nothing more is asked.
        DISABILITY disability: YesNo = "disability", Protected;
        /// Where the family is found in the integrated welfare data.
        WELFARE_DATA welfare_data: WelfareData = "welfare_data", Open;
        /// Welfare decile, 1 the poorest.
        DECILE decile: Decile = "decile", Open;
        /// The day that was looked up.
        WELFARE_CHECKED welfare_checked: Date = "welfare_checked", Open;
        /// The day of joining.
        JOINED joined: Date = "joined", Open;
        /// The day of leaving.
        LEFT left: Date = "left", Open;
        /// Why.
        LEAVE_REASON leave_reason: Line = "leave_reason", Remark;
        /// The day of consent to being registered.
        CONSENT_DATE consent_date: Date = "consent_date", Open;
        /// How it was given.
        CONSENT_WAY consent_way: ConsentWay = "consent_way", Open;
        /// The older record of the same person, which counts in place of this one.
        SAME_AS same_as: Id = "same_as", Open [Hidden];
    }
}

impl Member {
    /// Whether the member belongs to the group on this day.
    pub fn is_present(&self, today: Date) -> bool {
        self.left.is_none_or(|left| left > today)
    }
}
