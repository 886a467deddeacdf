use leptos::prelude::*;

use super::Reply;

/// Shows what would come of bringing people in from a spreadsheet; nothing is saved.
#[server(prefix = "/api", endpoint = "people/import/look")]
pub async fn look_at_import(
    #[server(default)] rows: String,
    #[server(default)] welcome: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = services::person::ImportForm { rows, welcome };
    answer(
        Needs::Site(Action::ManagePeople),
        forms::PEOPLE_IMPORT.on(paths::IMPORT_PEOPLE, &form),
        async |site, actor| {
            services::person::permit_managing(site, actor)?;
            Ok(Onward::back())
        },
    )
    .await
}

/// Brings people in from a spreadsheet.
#[server(prefix = "/api", endpoint = "people/import/save")]
pub async fn import_people(
    #[server(default)] rows: String,
    #[server(default)] welcome: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = services::person::ImportForm { rows, welcome };
    answer(
        Needs::Site(Action::ManagePeople),
        forms::PEOPLE_IMPORT.on(paths::IMPORT_PEOPLE, &form),
        async |site, actor| {
            let notice = match services::person::save_import(site, actor, &form).await? {
                imported if imported.welcomed > 0 => Notice::PeopleInMailed,
                imported if imported.new + imported.changed > 0 => Notice::PeopleIn,
                _ => Notice::PeopleSame,
            };
            Ok(Onward::to(paths::PEOPLE).saying(notice))
        },
    )
    .await
}
