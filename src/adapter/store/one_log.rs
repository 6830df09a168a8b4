//! What the check of the record has read of one request's log.

use std::collections::{BTreeMap, BTreeSet};

use super::content::SealedFor;
use super::rows::RequestState;
use crate::casework::audit::Digest;
use crate::casework::ids::ContentId;
use crate::casework::request::{Event, NewRedaction, Recorded};

/// What has been read so far of one request's log.
pub(super) struct OneLog {
    pub(super) request: i64,
    pub(super) place: i64,
    pub(super) head: Digest,
    pub(super) events: Vec<Recorded>,
    pub(super) hashes: BTreeMap<ContentId, (i64, Digest)>,
    pub(super) erased: BTreeSet<ContentId>,
    pub(super) unreadable: bool,
}

impl OneLog {
    /// For whom the contents must be sealed; `None` for a log that does not begin with a registration.
    pub(super) fn sealed_for(&self) -> Option<SealedFor> {
        RequestState::begin(&self.events.first()?.event).map(|state| SealedFor::of(state.protected))
    }

    /// The digests of letters and files that are erased, with the event of each, where the digest is not erased too.
    pub(super) fn digests_left(&self) -> Vec<(i64, ContentId)> {
        self.events
            .iter()
            .filter_map(|recorded| match &recorded.event {
                Event::LetterIssued(issued)
                    if self.erased.contains(&issued.file) && !self.erased.contains(&issued.digest) =>
                {
                    Some((i64::from(recorded.sequence), issued.digest))
                }
                Event::FileAttached(added) | Event::FileRedacted(NewRedaction { copy: added, .. })
                    if self.erased.contains(&added.file) && !self.erased.contains(&added.digest) =>
                {
                    Some((i64::from(recorded.sequence), added.digest))
                }
                Event::FileAttached(_)
                | Event::FileRedacted(_)
                | Event::FileRetitled { .. }
                | Event::FileRemoved { .. }
                | Event::LetterIssued(_)
                | Event::LetterDelivery(_)
                | Event::RequestRegistered(_)
                | Event::CaseOpened(_)
                | Event::CaseAssigned { .. }
                | Event::CaseReleased { .. }
                | Event::IdentityChanged { .. }
                | Event::CheckRecorded { .. }
                | Event::CaseSuspended { .. }
                | Event::CaseResumed { .. }
                | Event::NoteAdded { .. }
                | Event::MeasureAdded { .. }
                | Event::MeasureSettled { .. }
                | Event::Task(_)
                | Event::EntryCorrected { .. }
                | Event::ReceiptCorrected(_)
                | Event::OtherRulesNoted { .. }
                | Event::ReportAdded(_)
                | Event::ReportRemoved { .. }
                | Event::ArchiveNumberGiven { .. }
                | Event::CaseDecided { .. }
                | Event::ExtensionProposed { .. }
                | Event::CaseExtended { .. }
                | Event::PersonReminded { .. }
                | Event::CaseForwarded { .. }
                | Event::CaseWithdrawn { .. }
                | Event::PersonCorrected { .. }
                | Event::PersonNumberLinked { .. }
                | Event::PersonNumberUnlinked { .. }
                | Event::OtherParentChanged { .. }
                | Event::RepresentativeChanged { .. }
                | Event::ChildHeard(_)
                | Event::InForceReviewed { .. }
                | Event::InForceLifted { .. }
                | Event::ApprovalAsked { .. }
                | Event::LetterApproved { .. }
                | Event::LetterSentBack { .. }
                | Event::CaseClosed { .. }
                | Event::CaseReopened { .. }
                | Event::Complaint(_)
                | Event::Breach(_)
                | Event::CaseTied(_)
                | Event::DateReview(_)
                | Event::ContentErased { .. } => None,
            })
            .collect()
    }

    /// The rows that hold bytes and the rows that hold their digests, in pairs, with the event of each.
    pub(super) fn digests(&self) -> impl Iterator<Item = (i64, ContentId, ContentId)> {
        self.events.iter().filter_map(|recorded| {
            let sequence = i64::from(recorded.sequence);
            if let Event::LetterIssued(issued) = &recorded.event {
                return Some((sequence, issued.file, issued.digest));
            }
            if let Event::FileAttached(added) | Event::FileRedacted(NewRedaction { copy: added, .. }) = &recorded.event
            {
                return Some((sequence, added.file, added.digest));
            }
            None
        })
    }

    pub(super) fn begin(request: i64) -> Self {
        Self {
            request,
            place: 0,
            head: Digest::GENESIS,
            events: Vec::new(),
            hashes: BTreeMap::new(),
            erased: BTreeSet::new(),
            unreadable: false,
        }
    }
}

impl Default for OneLog {
    fn default() -> Self {
        Self::begin(0)
    }
}
