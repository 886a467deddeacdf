//! What an admin reads when a file that a setting names cannot be read.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
};

use super::{as_nobody, folder, program, refused, said};

/// Root reads everything: what another may not read is told to someone else, who only root can be in place of.
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

fn shut(path: &Path) {
    fs::set_permissions(path, Permissions::from_mode(if path.is_dir() { 0o700 } else { 0o600 })).unwrap();
}

#[test]
fn pages_that_may_not_be_read_are_named_with_the_user() {
    if !is_root() {
        return;
    }
    let folder = folder();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    for (at, why) in [
        ("site", "user 65534 may not enter site;"),
        ("site/pkg", "user 65534 may not read site/pkg;"),
        ("site/pkg/manifest.json", "user 65534 may not read site/pkg/manifest.json;"),
    ] {
        fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
        fs::write(folder.path().join("site/pkg/manifest.json"), "{}").unwrap();
        shut(&folder.path().join(at));
        for word in ["serve", "doctor"] {
            let mut command = as_nobody(folder.path(), &[word], "club.db");
            command.env("LEPTOS_SITE_ROOT", "site").env("APP_URL", "http://localhost:9").env("LISTEN", "127.0.0.1:0");
            let told = refused(command);
            assert!(told.contains(why) && told.contains("chown") && !told.contains("script/build"), "{word}: {told}");
        }
        fs::remove_dir_all(folder.path().join("site")).unwrap();
    }
    let told = said(&program(folder.path(), &["serve"], &[("LEPTOS_SITE_ROOT", "site")]).output().unwrap());
    assert!(told.contains("site/pkg is not there: run script/build first"), "{told}");
}

#[test]
fn a_secret_whose_file_cannot_be_read_is_named_with_the_reason() {
    let folder = folder();
    fs::create_dir(folder.path().join("secrets")).unwrap();
    fs::write(folder.path().join("secrets/short"), "hush").unwrap();
    for (file, says) in [
        ("secrets/none", "SECRET_KEY_FILE is “secrets/none”; accepted: a readable file (there is no such file)"),
        ("./none", "SECRET_KEY_FILE is “./none”; accepted: a readable file (there is no such file)"),
        ("secrets", "SECRET_KEY_FILE is “secrets”; accepted: a readable file (it is a folder)"),
        ("secrets/short", "SECRET_KEY (from SECRET_KEY_FILE) is (not shown); accepted: "),
    ] {
        let told = refused(program(folder.path(), &["migrate"], &[("SECRET_KEY_FILE", file)]));
        assert!(told.contains(says) && !told.contains("os error") && !told.contains("hush"), "{file}: {told}");
    }
    if !is_root() {
        return;
    }
    for (at, why) in [("secrets/short", "may not read secrets/short"), ("secrets", "may not enter secrets")] {
        shut(&folder.path().join(at));
        let mut command = as_nobody(folder.path(), &["migrate"], "club.db");
        command.env("SECRET_KEY_FILE", "secrets/short");
        let told = refused(command);
        let says = format!("SECRET_KEY_FILE is “secrets/short”; accepted: a readable file (user 65534 {why};");
        assert!(told.contains(&says) && told.contains("chown") && !told.contains("os error"), "{at}: {told}");
    }
}
