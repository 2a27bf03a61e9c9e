namespace ComposerPlugin.Trainer.Report;

/// <summary>The page's style sheet: light, or dark if the reader's system is.</summary>
internal static class PageStyle
{
    public const string Sheet = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --ink: #1d2430; --faint: #667788; --rule: #dfe5ec; --first: #2f6fb3; --second: #e07b39; --third: #4a9a5b;
        }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14181f; --ink: #e6eaf0; --faint: #93a1b3; --rule: #2c3542; }
          :root { --first: #6aa9e9; --second: #f29a5e; --third: #7cc48b; }
          .roll svg { filter: invert(1) hue-rotate(180deg); }
        }
        body {
          background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
          max-width: 1100px; margin: 0 auto; padding: 24px;
        }
        h1 { font-size: 26px; margin: 0; } h2 { font-size: 19px; margin: 40px 0 8px; border-top: 1px solid var(--rule); padding-top: 16px; }
        p { max-width: 75ch; } .faint, figcaption, .legend, td:last-child { color: var(--faint); }
        .tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; }
        .tiles div { border: 1px solid var(--rule); border-radius: 8px; padding: 10px 14px; min-width: 150px; }
        .tiles b { display: block; font-size: 22px; } .tiles span { color: var(--faint); font-size: 13px; }
        figure { margin: 12px 0; } figcaption { font-size: 13px; } .legend { float: right; }
        .legend i { display: inline-block; width: 10px; height: 10px; margin: 0 4px 0 10px; border-radius: 2px; }
        i.first { background: var(--first); } i.second { background: var(--second); }
        i.third { background: var(--third); }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 8px 24px; }
        svg { max-width: 100%; height: auto; } .chart { width: 100%; } .wide { max-width: 640px; }
        .chart text { fill: var(--faint); font-size: 11px; } .rule { stroke: var(--rule); }
        .curve { fill: none; stroke-width: 2; } .curve.first { stroke: var(--first); } .curve.second { stroke: var(--second); }
        .curve.third { stroke: var(--third); }
        rect.first { fill: var(--first); } rect.second { fill: var(--second); }
        table { border-collapse: collapse; font-size: 14px; width: 100%; }
        td { border-bottom: 1px solid var(--rule); padding: 3px 10px 3px 0; vertical-align: top; }
        td:nth-child(2) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 20px; }
        td:first-child { font-family: ui-monospace, monospace; font-size: 13px; }
        .form td, .form th { text-align: left; padding-right: 20px; font-weight: normal; }
        .form .letters { font-family: ui-monospace, monospace; }
        """;
}
