using ComposerPlugin.Benchmarks;
using ComposerPlugin.Host;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(BenchmarkOptions.Usage);
    return 0;
}
try
{
    var options = BenchmarkOptions.Parse(args);
    if (options.Bench == "surprise")
        return SurpriseBench.Run(options.Style ?? "presets/irish-scots-session") ? 0 : 1;
    if (options.Bench == "drawing")
        return DrawingBench.Run() ? 0 : 1;
    var style = options.Style is { } folder ? new UserStyle(folder) : null;
    using var library = PluginLibrary.Load(options.Plugin);
    bool within = options.Bench switch
    {
        "takeover" => TakeoverBench.Run(library),
        "ready" => ReadyBench.Run(library, options.Seconds),
        "process" => ProcessBench.Run(library, options.Seconds),
        "preview" => PreviewBench.Run(library),
        "memory" => MemoryBench.Run(library, style, options.Phrases),
        "soak" => SoakBench.Run(library, options.Plugin, options.Minutes),
        "opening" => OpeningBench.Run(library, options.Cycles),
        "idle" => IdleBench.Run(library, options.Seconds),
        "display" => DisplayBench.Run(library),
        var other => throw new FormatException($"{other} is no benchmark; --help lists them."),
    };
    return within ? 0 : 1;
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
