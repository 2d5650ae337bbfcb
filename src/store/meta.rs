//! What stands beside the records: which device this browser is and was, and what of it is sent.

use serde::{Deserialize, Serialize};

use crate::history::{Device, Stamp};
use crate::registry::Registry;

/// What stands beside the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// This browser's device.
    device: String,
    /// The stamp of the last file with everything that left this device; what it holds is sent.
    pub sent: Option<Stamp>,
    /// Whether it is noted which files came here. A version before did not: all that it had receipts of count as come.
    #[serde(default)]
    pub notes_came: bool,
    /// The devices that it was before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<Former>,
}

/// A device that this browser was: its clock was wrong, or its profile was copied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Former {
    device: String,
    /// What it made up to here is sent.
    sent: Option<Stamp>,
}

impl Meta {
    /// The meta of a book that is opened for the first time.
    pub fn new(device: Device) -> Self {
        Self { device: device.to_string(), sent: None, notes_came: true, former: Vec::new() }
    }

    /// This browser's device.
    pub fn device(&self) -> Option<Device> {
        Device::parse(&self.device).ok()
    }

    /// Every device that this browser is or was, each with the stamp up to which all of it is sent.
    pub fn devices(&self) -> impl Iterator<Item = (Device, Option<Stamp>)> {
        let own = [(&self.device, self.sent)];
        let former = self.former.iter().map(|former| (&former.device, former.sent));
        own.into_iter().chain(former).filter_map(|(device, sent)| Some((Device::parse(device).ok()?, sent)))
    }

    /// Whether this browser is or was this device.
    pub fn is_own(&self, device: Device) -> bool {
        self.devices().any(|(own, _)| own == device)
    }

    /// When the last file with everything left.
    pub fn last_sent(&self) -> Option<Stamp> {
        self.devices().find_map(|(_, sent)| sent)
    }

    /// From now on this browser is another device. What it made before counts as made here all the same.
    pub fn become_another(&mut self, device: Device) {
        let before = std::mem::replace(&mut self.device, device.to_string());
        self.former.insert(0, Former { device: before, sent: self.sent.take() });
    }

    /// Notes that a file with everything in this book has left, made at this stamp.
    pub fn note_sent(&mut self, at: Stamp, registry: &Registry) {
        self.sent = Some(at);
        for former in &mut self.former {
            // Its stamps may lie ahead of all that is stamped now.
            let latest = Device::parse(&former.device).ok().and_then(|device| registry.latest_of(device));
            former.sent = latest.max(Some(at));
        }
    }
}
