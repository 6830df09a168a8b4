//! The files as they are written: every key is named, an unknown one is an error.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

/// A text that refers to something or is checked, with its place in the file.
pub type Word = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    pub source: Vec<RawReference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReference {
    pub id: Word,
    pub kind: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodiesFile {
    pub body: Vec<RawBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBody {
    pub id: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub forwarding: Word,
    #[serde(default)]
    pub address: Vec<String>,
    pub organisation_number: Option<Word>,
    pub telephone: Option<String>,
    pub web: Option<String>,
    pub email: Option<String>,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficesFile {
    pub office: Vec<RawOffice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOffice {
    pub id: Word,
    pub body: Word,
    pub appeal: Option<RawBodyRef>,
    pub ombudsman: Option<RawOmbudsman>,
    #[serde(default)]
    pub answers: Vec<RawAnswers>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBodyRef {
    pub body: Word,
    pub source: Word,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOmbudsman {
    pub email: String,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAnswers {
    pub register: Word,
    pub source: Word,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecksFile {
    pub check: Vec<RawCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundsFile {
    #[serde(default)]
    pub ground: Vec<RawGround>,
    #[serde(default)]
    pub redaction: Vec<RawRedactionGround>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRedactionGround {
    pub id: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    #[serde(default)]
    pub doubtful: bool,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGround {
    pub id: Word,
    pub rights: Vec<Word>,
    pub outcomes: Vec<Word>,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    #[serde(default)]
    pub doubtful: bool,
    pub source: Word,
    pub letter: RawText,
    pub weigh: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralFile {
    pub version: String,
    pub responsible: RawText,
    pub assumed: RawText,
    #[serde(default)]
    pub fact: Vec<RawFact>,
    #[serde(default)]
    pub rule: Vec<RawRule>,
    #[serde(default)]
    pub forwarding: Vec<RawForwarding>,
    #[serde(default)]
    pub addition: Vec<RawAddition>,
    #[serde(default)]
    pub rights: Vec<RawStatement>,
    #[serde(default)]
    pub complaint: Vec<RawStatement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawText {
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFact {
    pub key: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    #[serde(default)]
    pub date: bool,
    #[serde(default)]
    pub required_for: Vec<Word>,
    pub default: Option<Word>,
    pub source: Word,
    #[serde(default)]
    pub value: Vec<RawFactValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFactValue {
    pub id: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCheck {
    pub id: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub required: bool,
    #[serde(default)]
    pub doubtful: bool,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRule {
    pub rights: Vec<Word>,
    #[serde(default)]
    pub when: BTreeMap<String, Word>,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
    pub track: Word,
    pub mode: Option<Word>,
    pub handled_by: Option<Word>,
    #[serde(default)]
    pub with_general: bool,
    #[serde(default)]
    pub hardly: bool,
    #[serde(default)]
    pub legal_basis: Vec<Word>,
    #[serde(default)]
    pub checks: Vec<Word>,
    pub channel: Option<RawSourcedText>,
    #[serde(default)]
    pub reason: Vec<RawSourcedText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSourcedText {
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawForwarding {
    pub mode: Word,
    pub legal_basis: Vec<Word>,
    pub checks: Vec<Word>,
    pub reason: Vec<RawSourcedText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAddition {
    pub fact: Word,
    pub younger_than: Option<u16>,
    pub checks: Vec<Word>,
    #[serde(default)]
    pub reason: Vec<RawSourcedText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStatement {
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub source: Word,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub not_repeated: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawNotApplicable {
    pub point: Word,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawController {
    pub body: Word,
    #[serde(default)]
    pub joint: bool,
    #[serde(default)]
    pub when: BTreeMap<String, Word>,
    pub source: Word,
    pub valid_from: Option<Spanned<Datetime>>,
    pub valid_to: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawShortRetention {
    pub days: Option<u16>,
    pub months: Option<u16>,
    pub years: Option<u16>,
    pub from: Word,
    pub source: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterFile {
    pub id: Word,
    pub short: Word,
    pub names: RawText,
    #[serde(default)]
    pub roles: Vec<Word>,
    pub short_retention: Option<RawShortRetention>,
    pub channel: Option<RawSourcedText>,
    #[serde(default)]
    pub difference: Vec<RawStatement>,
    #[serde(default)]
    pub left_out: Vec<RawStatement>,
    #[serde(default)]
    pub left_out_remedy: Vec<RawStatement>,
    #[serde(default)]
    pub always_checks: Vec<Word>,
    #[serde(default)]
    pub controller: Vec<RawController>,
    #[serde(default)]
    pub answered_by: Vec<RawBodyRef>,
    #[serde(default)]
    pub administrator: Vec<RawStatement>,
    #[serde(default)]
    pub processor: Vec<RawStatement>,
    #[serde(default)]
    pub legal_basis: Vec<RawStatement>,
    #[serde(default)]
    pub purpose: Vec<RawStatement>,
    #[serde(default)]
    pub category: Vec<RawStatement>,
    #[serde(default)]
    pub recipient: Vec<RawStatement>,
    #[serde(default)]
    pub retention: Vec<RawStatement>,
    #[serde(default)]
    pub origin: Vec<RawStatement>,
    #[serde(default)]
    pub automated_decision: Vec<RawStatement>,
    #[serde(default)]
    pub not_applicable: Vec<RawNotApplicable>,
    #[serde(default)]
    pub fact: Vec<RawFact>,
    #[serde(default)]
    pub check: Vec<RawCheck>,
    #[serde(default)]
    pub unit: Vec<RawUnit>,
    #[serde(default)]
    pub rule: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUnit {
    pub unit: Word,
    #[serde(default)]
    pub rights: Vec<Word>,
    pub nb: Word,
    pub nn: Word,
    pub en: Word,
    pub source: Word,
}
