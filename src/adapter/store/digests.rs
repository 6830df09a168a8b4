//! Whether the digests that a request's rows hold are those of its files. A row that is sealed for others is not compared.

use std::collections::BTreeMap;

use super::one_log::OneLog;
use crate::adapter::codec::decode_content;
use crate::casework::audit::Digest;
use crate::casework::ids::ContentId;
use crate::casework::request::Content;

/// What has been read of the digests of one request's files.
pub(super) struct Digests {
    pairs: Vec<(i64, ContentId, ContentId)>,
    computed: BTreeMap<ContentId, String>,
    told: BTreeMap<ContentId, String>,
}

impl Digests {
    pub(super) fn of(log: &OneLog) -> Self {
        Self { pairs: log.digests().collect(), computed: BTreeMap::new(), told: BTreeMap::new() }
    }

    /// Takes note of a row that is as the log says.
    pub(super) fn read(&mut self, id: ContentId, kind: &str, bytes: &[u8]) {
        if self.pairs.iter().any(|(_, file, _)| *file == id) {
            self.computed.insert(id, Digest::of(bytes).to_string());
        } else if self.pairs.iter().any(|(_, _, digest)| *digest == id)
            && let Ok(Content::Text(text)) = decode_content(kind, bytes)
        {
            self.told.insert(id, text);
        }
    }

    /// The events whose file has another digest than the row says, by their places.
    pub(super) fn differing(&self) -> Vec<i64> {
        let differs = |(_, file, digest): &&(i64, ContentId, ContentId)| {
            self.computed.get(file).zip(self.told.get(digest)).is_some_and(|(computed, told)| computed != told)
        };
        self.pairs.iter().filter(differs).map(|(seq, ..)| *seq).collect()
    }
}
