//! The fields of a group.

use crate::domain::{
    Area, Business, Date, Digits, GroupName, Id, Line, Note, PersonName, Programme, RegionCode, Rt, Stage, Status, Year,
};
use crate::kinds::record::record;

record! {
    /// A KUBE as its record reads now. Every value may be missing: a book warns, it does not block.
    Group = "group",
    {
        /// Its name. The one value without which the record would be useless.
        NAME name: GroupName = "name", Open [Required, Wide];
        /// Kind of business, from lists in use in Jakarta, Balikpapan, Samarinda and Kaltara.
        BUSINESS business: Business = "business", Open;
        /// The name or the particulars of the business.
        BUSINESS_NAME business_name: Line = "business_name", Open;
        /// Kelurahan or desa; of an older list perhaps only the kecamatan or the city.
        REGION region: RegionCode = "region", Open;
        /// Street, house, landmark of the secretariat.
        ADDRESS address: Line = "address", Personal [Wide];
        /// Rukun tetangga, the smallest neighbourhood.
        RT rt: Rt = "rt", Personal;
        /// Rukun warga; many cities of Kaltim have none.
        RW rw: Rt = "rw", Personal;
        /// Postcode.
        POSTCODE postcode: Digits = "postcode", Open;
        /// Perkotaan, perdesaan or pesisir, as Kaltara's lists have it.
        AREA area: Area = "area", Open;
        /// Latitude and longitude in degrees (WGS 84), as typed.
        COORDINATES coordinates: Line = "coordinates", Personal;
        /// The programme it was formed under.
        PROGRAMME programme: Programme = "programme", Open;
        /// Budget year (tahun anggaran).
        YEAR year: Year = "year", Open;
        /// The day it was formed.
        FORMED formed: Date = "formed", Open [DateHelp];
        /// Whether it still works: aktif, tidak aktif, bubar, lulus.
        STATUS status: Status = "status", Open;
        /// Tumbuh, berkembang, mandiri: the three of the Department of Social Affairs.
        STAGE stage: Stage = "stage", Open;
        /// The pendamping.
        FACILITATOR facilitator: PersonName = "facilitator", Open;
        /// Number of the decree of award (SK).
        DECREE decree: Line = "decree", Open;
        /// Date of that decree.
        DECREE_DATE decree_date: Date = "decree_date", Open [DateHelp];
        /// Bank of the group's account.
        BANK bank: Line = "bank", Open;
        /// Number of the group's account; masked on screen.
        ACCOUNT account: Digits = "account", Masked;
        /// In whose name it stands.
        ACCOUNT_HOLDER account_holder: Line = "account_holder", Personal;
        /// Anything else.
        NOTE note: Note = "note", Remark [Wide];
        /// The older record of the same group, which counts in place of this one.
        SAME_AS same_as: Id = "same_as", Open [Hidden];
    }
}
