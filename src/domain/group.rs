//! A KUBE: the group, its business, its place, its programme.

use super::choices::{Area, Business, Programme, Stage, Status};
use super::counts::Year;
use super::date::Date;
use super::id::Id;
use super::kind::record_kind;
use super::region::RegionCode;
use super::text::{GroupName, Line, Note, PersonName, Rt};

record_kind! {
    /// A KUBE as its record reads now. Every value may be missing: a book warns, it does not block.
    Group,
    /// A field of a group.
    GroupField, "group",
    {
        /// Its name. The one value without which the record would be useless.
        Name / name: GroupName = "name",
        /// Kind of business.
        Business / business: Business = "business",
        /// The name or the particulars of the business.
        BusinessName / business_name: Line = "business_name",
        /// Kelurahan or desa; of an older list perhaps only the kecamatan or the city.
        Region / region: RegionCode = "region",
        /// Street, house, landmark of the secretariat.
        Address / address: Line = "address",
        /// Rukun tetangga.
        Rt / rt: Rt = "rt",
        /// Rukun warga; many cities of Kaltim have none.
        Rw / rw: Rt = "rw",
        /// Postcode.
        Postcode / postcode: Line = "postcode",
        /// Kind of area.
        Area / area: Area = "area",
        /// Latitude and longitude.
        Coordinates / coordinates: Line = "coordinates",
        /// The programme it was formed under.
        Programme / programme: Programme = "programme",
        /// Budget year (tahun anggaran).
        Year / year: Year = "year",
        /// The day it was formed.
        Formed / formed: Date = "formed",
        /// Whether it still works.
        Status / status: Status = "status",
        /// Stage of growth.
        Stage / stage: Stage = "stage",
        /// The pendamping.
        Facilitator / facilitator: PersonName = "facilitator",
        /// Number of the decree of award (SK).
        Decree / decree: Line = "decree",
        /// Date of that decree.
        DecreeDate / decree_date: Date = "decree_date",
        /// Bank of the group's account.
        Bank / bank: Line = "bank",
        /// Number of the group's account; masked on screen.
        Account / account: Line = "account",
        /// In whose name it stands.
        AccountHolder / account_holder: Line = "account_holder",
        /// Anything else.
        Note / note: Note = "note",
        /// The older record of the same group, which counts in place of this one.
        SameAs / same_as: Id = "same_as",
    }
}
