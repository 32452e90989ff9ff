//! `cargo xtask bench storefront`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};

use super::{
    catalogue, commits,
    load::{self, Job, Outcome},
    operations::{Bench, Operation, checked, queries},
    report::{Table, megabytes, millis},
    server::{Place, Server},
    shopper::Shopper,
};
use crate::{
    postgres::{Cluster, Commits},
    process,
    project::Project,
    shop,
    widget::Profile,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Sizes of catalogues.
    #[arg(long, value_delimiter = ',', default_value = "10,1000,100000", value_name = "N")]
    products: Vec<u32>,
    /// Requests a second of each operation, for its latencies.
    #[arg(long, default_value_t = 50.0)]
    rate: f64,
    /// How long each measurement lasts, in seconds.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Do not look for the highest rate.
    #[arg(long)]
    no_highest: bool,
    /// On PostgreSQL, in a cluster that lasts as long as the command and whose commits are durable.
    #[arg(long)]
    postgres: bool,
    /// How to compile the shop.
    #[arg(long, value_enum, default_value_t = Profile::Release)]
    profile: Profile,
    /// Measure this program instead of building one.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

/// The highest rate is the one at which 99 of 100 requests are answered within this many milliseconds.
const SOON: f64 = 50.0;
/// Searching a hundred times as many products may take this many times as long.
const SPREAD: f64 = 2.0;

/// What was measured at one size of catalogue.
struct Measured {
    products: u32,
    latencies: Vec<(Operation, Outcome)>,
    highest: Vec<(Operation, f64)>,
    searches: Vec<(&'static str, f64)>,
    orders: f64,
    commits: f64,
    rest: u64,
    most: u64,
}

pub(super) fn run(project: &Project, args: &Args) -> Result<()> {
    let program = args.program.clone().map_or_else(|| shop::build(project, args.profile), Ok)?;
    let folder = project.scratch("bench")?;
    let cluster = if args.postgres { Some(Cluster::start(Commits::Durable)?) } else { None };
    let mut all = Vec::new();
    for products in &args.products {
        println!("\n== {products} products");
        let place = stocked(&program, &folder, *products, cluster.as_ref())?;
        let measured = measure(&program, &place, *products, args)?;
        fs::remove_dir_all(&place.data).with_context(|| format!("cannot clear {}", place.data.display()))?;
        all.push(measured);
    }
    print(args, &all);
    let few = all.iter().find(|measured| measured.products == 1_000);
    let many = all.iter().find(|measured| measured.products == 100_000);
    if let (Some(few), Some(many)) = (few, many) {
        let slow: Vec<String> = few
            .searches
            .iter()
            .zip(&many.searches)
            .filter(|((_, few), (_, many))| many / few > SPREAD)
            .map(|((name, few), (_, many))| format!("{name} ({few:.1} → {many:.1} ms)"))
            .collect();
        if !slow.is_empty() {
            bail!("searching 100,000 products takes more than {SPREAD} times as long as 1,000: {}", slow.join(", "));
        }
    }
    Ok(())
}

/// The short form for the tests, on both engines: every operation, a small catalogue, no figure that a busy machine could
/// spoil. Returns how many operations held.
pub(crate) fn short(project: &Project, program: &Path) -> Result<usize> {
    let folder = project.scratch("bench-short")?;
    let cluster = Cluster::start(Commits::Forgetful)?;
    let mut held = 0;
    for cluster in [None, Some(&cluster)] {
        let place = stocked(program, &folder, 10, cluster)?;
        let server = Server::start(program, &place)?;
        let bench = Bench::prepare(Shopper::new(&server.shop, &server.processor), 10)?;
        for operation in Operation::ALL {
            let outcome = load::at_rate(bench.jobs(operation, 20)?, 40.0);
            checked(operation.name(), &outcome)?;
            println!("{}: {} requests, all answered", operation.name(), outcome.good);
            held += 1;
        }
        let commits = commits::rate(&place, Duration::ZERO)?;
        if commits <= 0.0 || server.memory() == 0 {
            bail!("commits or memory cannot be measured here");
        }
        server.stop()?;
        fs::remove_dir_all(&place.data).with_context(|| format!("cannot clear {}", place.data.display()))?;
    }
    Ok(held)
}

/// A place with a catalogue of that size in it.
fn stocked(program: &Path, folder: &Path, products: u32, cluster: Option<&Cluster>) -> Result<Place> {
    let file = folder.join(format!("catalogue-{products}.jsonl"));
    let url = cluster.map(|cluster| cluster.database(&format!("bench_{products}"))).transpose()?;
    let place = Place { data: folder.join(format!("data-{products}")), url };
    if place.data.exists() {
        fs::remove_dir_all(&place.data).with_context(|| format!("cannot clear {}", place.data.display()))?;
    }
    fs::create_dir_all(&place.data).with_context(|| format!("cannot create {}", place.data.display()))?;
    println!("importing {products} products");
    catalogue::write(&file, products)?;
    let mut import = Command::new(program);
    import.args(["catalog", "import"]).arg(&file);
    process::run(&mut place.at(import), "the import")?;
    fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    Ok(place)
}

fn measure(program: &Path, place: &Place, products: u32, args: &Args) -> Result<Measured> {
    let server = Server::start(program, place)?;
    std::thread::sleep(Duration::from_secs(2));
    let rest = server.memory();
    let bench = Bench::prepare(Shopper::new(&server.shop, &server.processor), products)?;
    let (measured, most) = server.watched(|| load_it(place, &bench, products, args));
    let measured = measured?;
    server.stop()?;
    Ok(Measured { rest, most, ..measured })
}

fn load_it(place: &Place, bench: &Bench, products: u32, args: &Args) -> Result<Measured> {
    let time = Duration::from_secs(args.seconds);
    let agent = load::agent();
    let mut searches = Vec::new();
    for query in queries(products) {
        searches.push((query.name, median(|| bench.shopper.search(&agent, &query.body)).with_context(|| query.name)?));
    }
    let mut latencies = Vec::new();
    for operation in Operation::ALL {
        let outcome = at_rate(bench, operation, args.rate, time)?;
        checked(operation.name(), &outcome)?;
        println!(
            "{} at {}/s: p50 {} p99 {} p99.9 {} ms",
            operation.name(),
            args.rate,
            millis(&outcome, 0.5),
            millis(&outcome, 0.99),
            millis(&outcome, 0.999)
        );
        latencies.push((operation, outcome));
    }
    let mut rates = Vec::new();
    if !args.no_highest {
        for operation in Operation::ALL {
            let rate = highest(bench, operation, args.rate, time / 2)?;
            println!("{}: {rate:.0}/s hold p99 below {SOON} ms", operation.name());
            rates.push((operation, rate));
        }
    }
    // As many orders as there is time for; more are prepared than a machine of this size can take.
    let wanted = usize::try_from(args.seconds * 300).unwrap_or(usize::MAX).min(6_000);
    let outcome = load::closed(bench.jobs(Operation::Complete, wanted)?, 16, time);
    checked("orders", &outcome)?;
    let orders = outcome.rate();
    let commits = commits::rate(place, time / 2)?;
    println!("{orders:.0} orders/s; the same database takes {commits:.0} commits/s");
    Ok(Measured { products, latencies, highest: rates, searches, orders, commits, rest: 0, most: 0 })
}

fn at_rate(bench: &Bench, operation: Operation, rate: f64, time: Duration) -> Result<Outcome> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number of requests")]
    let count = (rate * time.as_secs_f64()).ceil() as usize;
    Ok(load::at_rate(bench.jobs(operation, count)?, rate))
}

/// Doubles the rate until it is too high, then halves the gap three times.
fn highest(bench: &Bench, operation: Operation, first: f64, time: Duration) -> Result<f64> {
    let holds = |rate: f64| -> Result<bool> {
        let outcome = at_rate(bench, operation, rate, time)?;
        checked(operation.name(), &outcome)?;
        // A server that falls behind may still answer the first ones soon: it has to keep up as well.
        Ok(outcome.millis(0.99) < SOON && outcome.rate() > rate * 0.95)
    };
    let (mut good, mut bad) = (0.0, first);
    while holds(bad)? {
        good = bad;
        bad *= 2.0;
    }
    for _ in 0..3 {
        let middle = f64::midpoint(good, bad);
        if middle < 1.0 {
            break;
        }
        if holds(middle)? { good = middle } else { bad = middle }
    }
    Ok(good)
}

/// The median of 41 requests one after the other, in milliseconds, after one that nobody counts.
fn median(ask: impl Fn() -> Result<(), String> + Sync) -> Result<f64> {
    ask().map_err(anyhow::Error::msg)?;
    let jobs = (0..41).map(|_| -> Job<'_> { Box::new(|_| ask()) });
    let outcome = load::closed(jobs.collect(), 1, Duration::from_secs(120));
    checked("searching", &outcome)?;
    Ok(outcome.millis(0.5))
}

fn print(args: &Args, all: &[Measured]) {
    let sizes: Vec<String> = all.iter().map(|measured| format!("{} products", measured.products)).collect();
    let head: Vec<&str> = std::iter::once("").chain(sizes.iter().map(String::as_str)).collect();
    let engine = if args.postgres { " --postgres" } else { "" };
    println!("\n`cargo xtask bench storefront --rate {} --seconds {}{engine}`", args.rate, args.seconds);
    println!("\nLatency at {} requests a second, p50 / p99 / p99.9 in ms:", args.rate);
    let mut table = Table::new(&head);
    for (index, operation) in Operation::ALL.iter().enumerate() {
        let cell = |measured: &Measured| {
            let outcome = &measured.latencies[index].1;
            [0.5, 0.99, 0.999].map(|quantile| millis(outcome, quantile)).join(" / ")
        };
        table.row(std::iter::once(operation.name().to_owned()).chain(all.iter().map(cell)).collect());
    }
    table.print();
    if !args.no_highest {
        println!("Highest rate with p99 below {SOON} ms, requests a second:");
        let mut table = Table::new(&head);
        for (index, operation) in Operation::ALL.iter().enumerate() {
            let cell = |measured: &Measured| format!("{:.0}", measured.highest[index].1);
            table.row(std::iter::once(operation.name().to_owned()).chain(all.iter().map(cell)).collect());
        }
        table.print();
    }
    println!("Orders, durable commits, memory:");
    let mut table = Table::new(&head);
    let mut row = |name: &str, cell: &dyn Fn(&Measured) -> String| {
        table.row(std::iter::once(name.to_owned()).chain(all.iter().map(cell)).collect());
    };
    row("orders completed a second", &|measured| format!("{:.0}", measured.orders));
    row("bare commits a second, same database", &|measured| format!("{:.0}", measured.commits));
    row("commits' worth of an order", &|measured| format!("{:.1}", measured.commits / measured.orders.max(1e-9)));
    row("memory at rest", &|measured| megabytes(measured.rest));
    row("memory under load", &|measured| megabytes(measured.most));
    table.print();
    println!("Searches one at a time, median in ms:");
    let mut table = Table::new(&head);
    let names = all.iter().map(|measured| &measured.searches).max_by_key(|searches| searches.len());
    for (index, (name, _)) in names.into_iter().flatten().enumerate() {
        let cell =
            |measured: &Measured| measured.searches.get(index).map_or_else(|| "–".to_owned(), |(_, took)| format!("{took:.1}"));
        table.row(std::iter::once((*name).to_owned()).chain(all.iter().map(cell)).collect());
    }
    table.print();
}
