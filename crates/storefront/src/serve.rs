//! The program's commands: opening the database, binding sockets, and stopping cleanly.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::catalogue::{self, Format, Plan, Progress};
use crate::clock::Clock;
use crate::config::{
    BackupCommand, CatalogCommand, Config, DataArgs, ImportArgs, MemberArgs, MembersCommand, OrdersCommand, ServeArgs,
};
use crate::http::{self, AppState, checkouts};
use crate::shop::{demo_discounts, test_buyer};
use crate::store::outbox::Kind;
use crate::store::products::intake::{Changes, Wish};
use crate::store::{Db, members};
use crate::{backup, import, listen, metrics, orders, outbox, sandbox};

/// How long running requests may take to end after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// `serve`: until Ctrl-C or SIGTERM.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn serve(args: ServeArgs) -> Result<(), String> {
    // Bind first: a busy port should be told at once, not after minutes of importing.
    let shop = bind(args.listen, "--listen").await?;
    let processor = if args.sandbox { Some(bind(args.processor_listen(), "--processor-listen").await?) } else { None };
    let watched = match args.metrics_listen {
        Some(address) => Some(bind(address, "--metrics-listen").await?),
        None => None,
    };
    let shop_address = address(&shop)?;
    let processor_address = processor.as_ref().map_or(Ok(args.processor_listen()), address)?;
    let config = args.check(shop_address, processor_address).map_err(|error| error.to_string())?;
    writable(&config.data_dir)?;
    let db = open(&args.data).await?;
    let (public_url, hooks) = (config.public_url.clone(), config.hooks);
    let shops = args.shops(config.clone()).map_err(|error| error.to_string())?;
    if config.fills_in() {
        import::bare_when_needed(&db).await.map_err(|error| error.to_string())?;
        welcome_test_buyer(&db, &shops).await.map_err(|error| error.to_string())?;
    } else {
        import::when_needed(&db, &config.data_dir).await.map_err(|error| error.to_string())?;
    }
    let state = AppState::new(db.clone(), config).map_err(|error| format!("No secure connections can be made: {error}."))?;
    state.seal.key().await.map_err(|error| error.to_string())?;
    let shops: Vec<AppState> = shops.into_iter().map(|config| state.beside(config)).collect();
    let mut workers: Vec<_> = shops.iter().map(|state| tokio::spawn(checkouts::sweep::sweeper(state.clone()))).collect();
    workers.push(tokio::spawn(outbox::sweeper(state.clone())));
    for shop in &shops {
        workers.extend(Kind::ALL.map(|kind| tokio::spawn(outbox::deliver(shop.clone(), kind))));
    }
    let (stop_processor, processor_stopped) = watch::channel(false);
    let processor = processor.map(|listener| {
        let settings = sandbox::Settings::of(shops.first().map_or(&state.config, |shop| &shop.config));
        let sandbox = sandbox::Sandbox::new(db.clone(), state.clock.clone(), settings, state.client.clone());
        workers.push(tokio::spawn(sandbox::sweeper(sandbox.clone())));
        tokio::spawn(listen::serve(listener, sandbox::app(sandbox), processor_stopped))
    });
    let (stop, stopped) = watch::channel(false);
    if let Some(listener) = watched {
        let app = metrics::app(db.clone(), state.clock.clone(), state.metrics.clone());
        tokio::spawn(listen::serve(listener, app, stopped.clone()));
    }
    let server = tokio::spawn(listen::serve(shop, http::shops(shops), stopped));
    if let Some(hooks) = hooks {
        tracing::warn!(
            open_orders = hooks.open_orders,
            buyer = hooks.buyer,
            "TEST HOOKS ARE OPEN: this shop is not for customers"
        );
    }
    tracing::info!(address = %shop_address, %public_url, "the shop is open");
    signal().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    for worker in workers {
        worker.abort();
    }
    // The processor last: payments that were running needed it.
    stop_processor.send_replace(true);
    if let Some(processor) = processor
        && tokio::time::timeout(GRACE, processor).await.is_err()
    {
        tracing::warn!("some payments did not end in time");
    }
    db.close().await;
    Ok(())
}

/// `import`.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn import(args: ImportArgs) -> Result<(), String> {
    writable(&args.data.data_dir)?;
    let db = open(&args.data).await?;
    let report = import::demo(&db, &args.data.data_dir).await.map_err(|error| error.to_string())?;
    eprintln!("{report}");
    db.close().await;
    Ok(())
}

/// `catalog import|export`.
///
/// # Errors
/// A sentence for the person who started it, or a line for each line of the file that is wrong.
pub async fn catalog(command: CatalogCommand) -> Result<(), String> {
    let format = |given: Option<Format>, file: &Path| {
        given
            .or_else(|| Format::of(file))
            .ok_or_else(|| format!("How is {} written? Say it with --format jsonl or --format csv.", file.display()))
    };
    let mut progress = Progress::shown();
    match command {
        CatalogCommand::Import { data, file, format: given, replace, restock, dry_run } => {
            let plan = Plan { format: format(given, &file)?, path: file, wish: Wish { replace, restock }, dry_run };
            if data.is_default() {
                writable(&data.data_dir)?;
            }
            let db = open(&data).await?;
            let changes = catalogue::import(&db, &plan, &mut progress).await.map_err(|error| error.to_string())?;
            db.close().await;
            let Changes { added, changed, same, retired } = changes;
            let (verb, end) = if dry_run { ("would be", " Nothing was changed.") } else { ("were", "") };
            eprintln!(
                "{added} products {verb} added, {changed} changed, {same} left as they are, {retired} taken off sale.{end}"
            );
        }
        CatalogCommand::Export { data, file, format: given } => {
            let format = format(given, &file)?;
            existing(&data)?;
            let db = open(&data).await?;
            let count = catalogue::export(&db, &file, format, &mut progress).await.map_err(|error| error.to_string())?;
            db.close().await;
            eprintln!("{count} products were written to {}.", file.display());
        }
    }
    Ok(())
}

/// `backup make|check`.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn backup(command: BackupCommand) -> Result<(), String> {
    let (file, contents) = match command {
        BackupCommand::Make { data, file } => {
            let url = data.database_url().map_err(|error| error.to_string())?;
            let made = backup::make(&url, &file).await;
            (file, made)
        }
        BackupCommand::Check { file } => {
            let checked = backup::check(&file).await;
            (file, checked)
        }
    };
    let contents = contents.map_err(|error| error.to_string())?;
    eprintln!("{} is whole: {contents}.", file.display());
    Ok(())
}

/// `orders …`: what they print.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn orders(command: OrdersCommand) -> Result<String, String> {
    let data = command.data();
    existing(data)?;
    let db = open(data).await?;
    let printed = orders::desk::run(&db, command, Clock::default().now()).await;
    db.close().await;
    printed
}

/// The test buyer is in every shop's fan club.
async fn welcome_test_buyer(db: &Db, shops: &[Config]) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    for shop in shops {
        members::admit(&mut tx, &shop.tenant.id, demo_discounts::CLUB, test_buyer::EMAIL).await?;
    }
    tx.commit().await
}

/// `members add|remove`: what they print.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn members(command: MembersCommand) -> Result<String, String> {
    let unwritten = |error: sqlx::Error| format!("The members cannot be written: {error}.");
    let (args, joins) = match command {
        MembersCommand::Add(args) => (args, true),
        MembersCommand::Remove(args) => (args, false),
    };
    let MemberArgs { data, shop, claim, email } = args;
    if !crate::shop::contact::is_email(&email) {
        return Err(format!("{email} is no e-mail address."));
    }
    if data.is_default() {
        writable(&data.data_dir)?;
    }
    let db = open(&data).await?;
    let mut tx = db.begin().await.map_err(unwritten)?;
    let changed = match joins {
        true => members::admit(&mut tx, &shop, &claim, &email).await,
        false => members::dismiss(&mut tx, &shop, &claim, &email).await,
    };
    let changed = changed.map_err(unwritten)?;
    tx.commit().await.map_err(unwritten)?;
    db.close().await;
    let verb = if joins { "holds of" } else { "does not hold of" };
    let before = if changed { "now" } else { "already" };
    Ok(format!("{claim} {before} {verb} {email}.\n"))
}

/// Looking makes no shop where there is none.
fn existing(data: &DataArgs) -> Result<(), String> {
    if data.is_default() && !data.data_dir.join("shop.db").is_file() {
        return Err(format!("There is no shop in {}. Choose its folder with --data-dir.", data.data_dir.display()));
    }
    Ok(())
}

/// Opens the database of a command.
async fn open(data: &DataArgs) -> Result<Db, String> {
    let url = data.database_url().map_err(|error| error.to_string())?;
    Db::open_with(&url, data.database_connections).await.map_err(|error| error.to_string())
}

async fn bind(address: SocketAddr, flag: &str) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("{address} is in use by another program. Stop it, or choose another address with {flag}.")
        }
        _ => format!("{address} cannot be listened on: {error}. Choose another address with {flag}."),
    })
}

fn address(listener: &TcpListener) -> Result<SocketAddr, String> {
    listener.local_addr().map_err(|error| format!("The listening address is unknown: {error}."))
}

/// Makes the data directory and tries to write into it.
fn writable(dir: &Path) -> Result<(), String> {
    // A name of its own: processes that share the folder start at the same time.
    let probe = dir.join(format!(".writable-{}", std::process::id()));
    std::fs::create_dir_all(dir)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(|error| format!("The data directory {} cannot be written: {error}.", dir.display()))
}

/// Ctrl-C, or SIGTERM where there is such a thing.
async fn signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut stream) => {
                stream.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
