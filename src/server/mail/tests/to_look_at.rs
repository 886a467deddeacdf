//! A letter of each kind, to be looked at: script/mail-pictures.

use super::{
    ASHA, DeviceMessage, FromFacts, Letter, NOBODY_NICE, ResultMessage, event, hostile, hostile_device, samples, scene,
    settings,
};

/// Each under its name.
fn letters() -> Vec<(&'static str, Letter)> {
    let settings = settings();
    let mut letters = samples(&scene(ASHA, &settings, event()));
    letters.push(("hostile-result", ResultMessage::letter(&hostile(), &NOBODY_NICE, &settings).unwrap()));
    letters.push(("hostile-device", DeviceMessage::letter(&hostile_device(), &NOBODY_NICE, &settings).unwrap()));
    letters
}

#[test]
#[ignore = "writes the letters into the folder named by LETTERS, to be looked at"]
fn letters_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var_os("LETTERS").unwrap());
    for (name, letter) in letters() {
        std::fs::write(folder.join(format!("{name}.html")), letter.html).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), format!("Subject: {}\n\n{}", letter.subject, letter.text))
            .unwrap();
        if let Some(file) = letter.attachment {
            std::fs::write(folder.join(format!("{name}-{}", file.name)), file.content).unwrap();
        }
    }
}
