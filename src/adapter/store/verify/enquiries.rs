//! The chain of what reaches the data protection officer. Anybody checks that it hangs together; only an officer, that it can be opened.

use super::Check;
use crate::adapter::store::enquiries::{self, EnquiryRow};
use crate::adapter::store::keys::KeyName;
use crate::adapter::store::problem::StoreProblem;
use crate::casework::audit::Digest;
use crate::wording::Trilingual;

impl Check<'_> {
    /// The chain of the officers' log. What is taken away from its end alone nobody can tell.
    pub(super) fn enquiries(&mut self) -> Result<(), StoreProblem> {
        let columns = EnquiryRow::COLUMNS;
        let mut statement = self.connection.prepare(&format!("SELECT {columns} FROM enquiry_log ORDER BY position"))?;
        let officer = self.ring.pair(KeyName::Ombud).is_some();
        let erased = enquiries::erased(self.connection)?;
        let (mut head, mut place) = (Digest::GENESIS, 0);
        for row in statement.query_map([], EnquiryRow::read)? {
            let row = row?;
            place += 1;
            let position = row.position;
            if position != place || row.prev != head {
                let message = Trilingual::made(
                    format!("Personvernombudets logg henger ikke sammen ved oppføring {position}."),
                    format!("Loggen til personvernombodet heng ikkje saman ved oppføring {position}."),
                    format!("The data protection officer's log does not hang together at entry {position}."),
                );
                self.tell(None, None, "enquiry-missing", message);
                place = position;
            }
            if !row.holds(&erased) || (officer && !row.opens(self.ring)) {
                let message = Trilingual::made(
                    format!("Oppføring {position} i personvernombudets logg er endret etter at den ble skrevet."),
                    format!("Oppføring {position} i loggen til personvernombodet er endra etter at ho blei skriven."),
                    format!("Entry {position} of the data protection officer's log was changed after it was written."),
                );
                self.tell(None, None, "enquiry-changed", message);
            }
            head = row.hash;
        }
        Ok(())
    }
}
