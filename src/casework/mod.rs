//! What happens in a case: pure, it decides and changes nothing outside itself.

pub mod ids;

pub mod access;

pub mod person;

pub mod channel;

pub mod letter;

pub mod audit;

pub mod request;

pub mod ombud;

pub mod projection;

pub mod statistics;

pub mod forecast;

pub mod search;

pub mod notice;
