//! A letter of each kind, to be looked at: script/mail-pictures.

use catalog::{Language, said_in};

use super::{
    ASHA, DeviceMessage, FromFacts, Letter, NOBODY_NICE, ResultMessage, event, hostile, hostile_device, samples, scene,
    settings,
};

/// Each under its name, and those with a ticket in every language.
fn letters() -> Vec<(String, Letter)> {
    let settings = settings();
    let samples = || samples(&scene(ASHA, &settings, event()));
    let mut letters: Vec<_> = samples().into_iter().map(|(name, letter)| (name.to_owned(), letter)).collect();
    for language in [Language::German, Language::French] {
        let with_ticket =
            said_in(language, samples).into_iter().filter(|(_, letter)| letter.html.contains("class=\"ticket\""));
        letters.extend(with_ticket.map(|(name, letter)| (format!("{name}-{}", language.tag()), letter)));
    }
    letters.push(("hostile-result".to_owned(), ResultMessage::letter(&hostile(), &NOBODY_NICE, &settings).unwrap()));
    let device = DeviceMessage::letter(&hostile_device(), &NOBODY_NICE, &settings).unwrap();
    letters.push(("hostile-device".to_owned(), device));
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
