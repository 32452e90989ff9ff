//! Draws and compresses the whole catalogue as an import would, on every core, and tells what it cost.
//!
//! `cargo run -p studio --release --example measure [every]`: `every` 10 takes each tenth picture only.

use std::{
    error::Error,
    io::Write,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use studio::raster;

fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let catalogue = studio::catalogue()?;
    let jobs: Vec<_> = catalogue.products.iter().flat_map(|p| p.pictures.iter().map(move |q| (p, q))).collect();
    let every: usize = std::env::args().nth(1).map_or(Ok(1), |text| text.parse())?;
    let jobs: Vec<_> = jobs.into_iter().step_by(every.max(1)).collect();
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut sizes = Vec::new();
        while let Some((product, picture)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let svg = studio::picture_svg(&catalogue, product, picture)?;
            for rendition in raster::render(&svg, &raster::WIDTHS)? {
                sizes.push((rendition.width, rendition.bytes.len(), format!("{} {}", product.id, picture.name)));
            }
        }
        Ok::<_, studio::Error>(sizes)
    };
    let parts = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect::<Result<Vec<_>, _>>()
    })?;
    let sizes: Vec<_> = parts.concat();
    let mut out = std::io::stdout();
    for width in raster::WIDTHS {
        let mut of: Vec<_> = sizes.iter().filter(|size| size.0 == width).collect();
        of.sort_by_key(|size| size.1);
        if let (Some(first), Some(middle), Some(last)) = (of.first(), of.get(of.len() / 2), of.last()) {
            let total: usize = of.iter().map(|size| size.1).sum();
            writeln!(
                out,
                "{width}: {} files, {} kB in all; {} / {} / {} bytes (largest: {})",
                of.len(),
                total / 1000,
                first.1,
                middle.1,
                last.1,
                last.2
            )?;
        }
    }
    writeln!(
        out,
        "{} products, {} pictures, {:.1} s on {cores} cores",
        catalogue.products.len(),
        jobs.len(),
        start.elapsed().as_secs_f32()
    )?;
    Ok(())
}
