//! What the program costs beside its peers: somebody else's way, or the bare way, to do the same work. The two are
//! measured in turns in one run, so that whatever else the machine does weighs on both; the judgement is a ratio of
//! medians with its bound. Ends with 1 when a bound is exceeded. docs/performance.md tells what came of it.

mod drawing;
mod importing;
mod letters;
mod memory;
mod office;
mod registering;
mod room;
mod rows;
mod starting;
mod turns;
#[cfg(feature = "typst")]
mod typesetting;
mod unlocking;
mod window;
mod work_list;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use turns::Judgements;

/// Which comparisons to make; all of them when none is named.
#[derive(Parser)]
#[clap(name = "peers", about = "What the program costs beside its peers")]
struct Arguments {
    /// The comparisons, in the order in which they are made.
    #[arg(value_enum)]
    chosen: Vec<Comparison>,
    /// Where the window is built, for `starting`, `memory` and `room`.
    #[arg(long, value_name = "FOLDER", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target"))]
    target: PathBuf,
    /// Imports a file into a new store, for `importing`, and says what memory it took.
    #[arg(long, num_args = 2, value_names = ["STORE", "FILE"], hide = true)]
    import: Option<Vec<PathBuf>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Comparison {
    /// Registering a request beside the same SQL by hand.
    Registering,
    /// Importing a file of requests beside the same SQL by hand, and its memory.
    Importing,
    /// A page of the work list beside a raw page, and at 100,000 cases beside 10,000.
    WorkList,
    /// Drawing pages beside krilla.
    Drawing,
    /// Letters from their words to the file beside Typst.
    #[cfg(feature = "typst")]
    Typesetting,
    /// Many letters on one processor and on two, a long annex, and the preview.
    Letters,
    /// Unlocking to the first rows beside deriving the key.
    Unlocking,
    /// Starting the window beside the same shell with an empty page.
    Starting,
    /// Memory of the whole program beside the same shell with an empty page, and at 1,000,000 cases beside 10,000.
    Memory,
    /// Opening the room of deadlines in the window at 1,000,000 cases, beside 100,000.
    Room,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some([store, file]) = arguments.import.as_deref() {
        importing::alone(store, file);
        return ExitCode::SUCCESS;
    }
    let chosen = if arguments.chosen.is_empty() { all() } else { arguments.chosen };
    let mut judgements = Judgements::default();
    let folder = folder();
    for comparison in chosen {
        match comparison {
            Comparison::Registering => registering::compare(&folder, &mut judgements),
            Comparison::Importing => importing::compare(&folder, &mut judgements),
            Comparison::WorkList => work_list::compare(&folder, &mut judgements),
            Comparison::Drawing => drawing::compare(&mut judgements),
            #[cfg(feature = "typst")]
            Comparison::Typesetting => typesetting::compare(&folder, &mut judgements),
            Comparison::Letters => letters::compare(&folder, &mut judgements),
            Comparison::Unlocking => unlocking::compare(&folder, &mut judgements),
            Comparison::Memory => memory::compare(&folder, &arguments.target, &mut judgements),
            Comparison::Room => room::compare(&folder, &arguments.target, &mut judgements),
            Comparison::Starting => starting::compare(&folder, &arguments.target, &mut judgements),
        }
    }
    if judgements.all_hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What is compared when nothing is named: in a build with Typst only what needs it, since krilla is another one there.
fn all() -> Vec<Comparison> {
    #[cfg(feature = "typst")]
    return vec![Comparison::Typesetting];
    #[cfg(not(feature = "typst"))]
    Comparison::value_variants().to_vec()
}

/// Where the stores lie, beside the built program, so that the large ones are made once.
fn folder() -> PathBuf {
    let program = std::env::current_exe().expect("the program knows where it is");
    let folder = program.parent().expect("it lies in a folder").join("peers-stores");
    std::fs::create_dir_all(&folder).expect("a folder can be made beside the program");
    folder
}
