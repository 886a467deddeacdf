//! A letter of each kind, to be looked at: script/mail-pictures.

use super::{
    ASHA, AddressFacts, CancelledFacts, DeviceFacts, HOSTILE, Letter, NOBODY_NICE, ReceivedFacts, code, compose, facts,
    hostile, settings, token,
};

/// Each kind under its name.
fn kinds() -> Vec<(&'static str, Letter)> {
    let settings = settings();
    let event = facts(0, None).event;
    let commitment = Some("0f".repeat(32));
    let label = "51b8c3d0a1b2c3d4".to_owned();
    let received = ReceivedFacts { event: event.clone(), accepted: vec![4, 2], commitment, label };
    let at = "2026-11-22T12:00:00Z".parse().unwrap();
    let device = DeviceFacts { device: "Mozilla/5.0 (Android 16) Firefox/140.0".into(), at };
    let (old, new) = ("asha@example.com".into(), "n…@example.org".into());
    let result = |given, before| compose::result(&ASHA, &facts(given, before), &settings);
    let letters = vec![
        ("sign-in", compose::sign_in(&ASHA, &token(), &code(), &settings)),
        ("welcome", compose::welcome(&ASHA, &token(), None, &settings)),
        ("welcome-code", compose::welcome(&ASHA, &token(), Some(&code()), &settings)),
        ("device", compose::device(&ASHA, &device, &settings)),
        ("received", compose::received(&ASHA, &received, &settings)),
        ("result-4", result(4, None)),
        ("result-2", result(2, None)),
        ("result-0", result(0, None)),
        ("changed-2-3", result(3, Some(2))),
        ("changed-2-0", result(0, Some(2))),
        ("cancelled", compose::cancelled(&ASHA, &CancelledFacts { event }, &settings)),
        ("address-code", compose::address_code(&ASHA, &code(), &settings)),
        ("address-changed", compose::address_changed(&ASHA, &AddressFacts { old, new, at }, &settings)),
        ("test", compose::test(&ASHA, &settings)),
        ("hostile-result", compose::result(&NOBODY_NICE, &hostile(), &settings)),
        ("hostile-device", compose::device(&NOBODY_NICE, &DeviceFacts { device: HOSTILE.into(), at }, &settings)),
    ];
    letters.into_iter().map(|(name, letter)| (name, letter.unwrap())).collect()
}

#[test]
#[ignore = "writes the letters into the folder named by LETTERS, to be looked at"]
fn letters_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var_os("LETTERS").unwrap());
    for (name, letter) in kinds() {
        std::fs::write(folder.join(format!("{name}.html")), letter.html).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), format!("Subject: {}\n\n{}", letter.subject, letter.text))
            .unwrap();
        if let Some(file) = letter.attachment {
            std::fs::write(folder.join(format!("{name}-{}", file.name)), file.content).unwrap();
        }
    }
}
