//! A request as it is typed or read from a file, before it is checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request as it is typed or read from a file. Every field may be missing; unknown ones are refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct RequestDraft {
    pub received_on: Option<String>,
    pub received_at: Option<String>,
    pub channel: Option<String>,
    pub language: Option<String>,
    pub their_reference: Option<String>,
    pub idempotency_key: Option<String>,
    pub person: Option<PersonDraft>,
    pub identity: Option<IdentityDraft>,
    pub representative: Option<RepresentativeDraft>,
    pub other_parent: Option<OtherParentDraft>,
    pub inform_parents: Option<bool>,
    pub text: Option<String>,
    pub attachments: Option<Vec<AttachmentDraft>>,
    pub demands: Option<Vec<DemandDraft>>,
    pub other_rules: Option<Vec<OtherRulesDraft>>,
    pub archive_number: Option<String>,
}

/// What falls under other rules, and what was done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct OtherRulesDraft {
    pub rules: Option<String>,
    pub text: Option<String>,
}

/// The person whose data the request is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct PersonDraft {
    pub name: Option<String>,
    pub identity_number: Option<String>,
    pub born_on: Option<String>,
    pub deceased_on: Option<String>,
    pub protection: Option<String>,
    pub address: Option<AddressDraft>,
    pub email: Option<String>,
}

/// What has become known of the person of a registered request. What is missing stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct PersonUpdate {
    pub person: Option<PersonDraft>,
    pub identity: Option<IdentityDraft>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct AddressDraft {
    pub lines: Option<Vec<String>>,
    pub country: Option<String>,
}

/// What is known of who the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct IdentityDraft {
    pub status: Option<String>,
    pub method: Option<String>,
    pub on: Option<String>,
}

/// Whoever acts for the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct RepresentativeDraft {
    pub kind: Option<String>,
    pub name: Option<String>,
    pub address: Option<AddressDraft>,
    pub evidence: Option<String>,
    /// What the authority covers: only these registers and rights; all where there is none.
    pub registers: Option<Vec<String>>,
    pub rights: Option<Vec<String>>,
    /// The last day on which it holds.
    pub valid_to: Option<String>,
    /// Who has seen the paper, and when.
    pub seen_by: Option<String>,
    pub seen_on: Option<String>,
}

/// Who has parental responsibility for a child beside whoever acts for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct OtherParentDraft {
    pub name: Option<String>,
    pub address: Option<AddressDraft>,
    /// How it is known, for example from Folkeregisteret.
    pub evidence: Option<String>,
}

/// Something that came with the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct AttachmentDraft {
    pub title: Option<String>,
    pub pages: Option<u32>,
}

/// A file that came with the request and waits until it is registered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RequestFile {
    /// By what the desk knows it.
    pub id: String,
    /// What it is called here. Its own name may be a person's, and is not kept.
    pub title: String,
}

/// One register and one right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct DemandDraft {
    pub register: Option<String>,
    pub right: Option<String>,
    pub grounds: Option<String>,
    pub facts: Option<BTreeMap<String, String>>,
}
