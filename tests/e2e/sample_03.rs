//! One real request all the way in the real window: an e-mail that asks for rectification in NPR, from somebody who has
//! not shown who they are and has given no grounds. It takes three weeks.

use crate::accessibility;
use crate::first_run::{NOW, PASSPHRASE};
use crate::hands::key;
use crate::keyboard;
use crate::letters::{self, Written};
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const REQUEST: &str = "Hei, diagnosen min i NPR er feil. Det står noe fra et sykehus i 2019 som aldri har stemt. Rett det opp.";

const CASE: &str = "2026/00001-a";

/// The days on which something happens.
const CAME: &str = "2026-03-03T08:00:00Z";
const ANSWERED: &str = "2026-03-10T09:00:00Z";
const EXPLAINED: &str = "2026-03-24T09:00:00Z";

#[tokio::test]
async fn a_nameless_email_becomes_a_decision_in_three_weeks() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Office::at(folder.path(), CAME).leave();

    let window = unlock(&store, CAME, CASEWORKER).await;
    window.close().await.expect("the window closes");
}
