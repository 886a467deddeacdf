use super::Ended;
use crate::server::{
    config::Settings,
    doctor::{self, Verdict},
};

/// Says how everything stands that an admin can do something about.
pub async fn run(settings: &Settings) -> Ended {
    let findings = doctor::look(settings).await;
    for finding in &findings {
        println!("{finding}");
    }
    let faults = findings.iter().filter(|finding| finding.verdict == Verdict::Fault).count();
    if faults == 0 {
        Ok(())
    } else {
        Err(format!("{} to mend", crate::words::counted(faults as u64, "fault", "faults")))
    }
}
