//! The words of an event.

use super::EventType;
use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::{Text, labels};

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names = Names {
    one: Text::new("Kegiatan", "Event"),
    many: Text::new("Kegiatan", "Events"),
    new: Text::new("Kegiatan baru", "New event"),
    edit: Text::new("Ubah kegiatan", "Edit event"),
};

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Event {
        NAME = "Nama kegiatan" | "Name of the event",
        TYPE = "Jenis kegiatan" | "Kind of event",
        STARTS = "Mulai" | "First day",
        ENDS = "Selesai" | "Last day",
        REGION = "Wilayah" | "Area",
        VENUE = "Tempat" | "Venue",
        ORGANISER = "Penyelenggara" | "Organiser",
        SPEAKERS = "Narasumber" | "Speakers",
        INVITED = "Diundang" | "Invited",
        PRESENT = "Hadir" | "Present",
        WOMEN = "Perempuan" | "Women",
        MEN = "Laki-laki" | "Men",
        RESULT = "Hasil" | "Result",
    }),
    sections: &[Text::new("Penyelenggara dan peserta", "Organiser and participants"), Text::new("Hasil", "Result")],
    add: Text::new("Catat kegiatan", "Record an event"),
    none: Text::new(
        "Belum ada kegiatan yang Anda catat. Di sini tempat bimbingan, sosialisasi, dan pertemuan Anda: ketuk Catat kegiatan.",
        "You have recorded no event yet. Trainings and meetings of yours go here: tap Record an event.",
    ),
    erase: Text::new("Hapus kegiatan ini", "Delete this event"),
    erase_explain: Text::new(
        "Catatan kegiatan ini dihapus permanen, juga di perangkat lain yang membuka berkas Anda.",
        "This event is deleted for good, also on other devices that open your file.",
    ),
};

labels!(EventType {
    Training = "Bimbingan teknis" | "Technical training",
    Information = "Sosialisasi" | "Information meeting",
    Coordination = "Rapat koordinasi" | "Coordination meeting",
    Deliberation = "Musyawarah" | "Deliberation",
    Evaluation = "Monitoring dan evaluasi" | "Monitoring and evaluation",
    HandOver = "Penyaluran bantuan" | "Hand-over of aid",
    Fair = "Pameran atau bazar" | "Fair",
    Other = "Lainnya" | "Other",
});
