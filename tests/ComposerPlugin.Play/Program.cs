using System.Reflection;
using ComposerPlugin.Music;
using ComposerPlugin.Play;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(PlayOptions.Usage);
    return 0;
}
if (args.Contains("--version"))
{
    Console.WriteLine($"ComposerPlugin {Assembly.GetExecutingAssembly().GetName().Version!.ToString(3)}");
    return 0;
}
try
{
    var options = PlayOptions.Parse(args);
    var shelf = new StyleShelf(options.Plugin);
    if (options.List)
    {
        Lists.Write(options, shelf);
        return 0;
    }
    if (options.Leave is { } milliseconds)
        Player.Leave(options, milliseconds);
    var phrase = PlayedPhrase.Read(options.Phrase ?? "presets/phrases/reel.mid", options.Tempo);
    PlayReport.Prepare(options.Out);
    var style = options.Style is { } typed ? shelf.Find(typed, options.From) : null;
    if (style is not null && !shelf.IsInstalled(style))
        UserData.Lend(style);
    var take = Player.Play(phrase, options, options.SavedStyle ?? style?.Id, seconds =>
    {
        if (options.Live)
            Console.WriteLine($"Playing {phrase.Name} in real time, without a sound: {seconds:0} seconds.");
    });
    if (options.Events is { } events)
        EventLines.Write(take.Recording, options.Rate, events);
    else
        new PlayReport(phrase, take, style, options).Write();
    return take.Answer.Count > 0 ? 0 : 1;
}
catch (Exception exception) when (exception is FormatException or MidiFileException or ArgumentException)
{
    Terminal.WriteError(exception.Message);
    return 2;
}
catch (Exception exception) when (exception is DllNotFoundException or FileNotFoundException or DirectoryNotFoundException or IOException)
{
    Terminal.WriteError($"The plugin cannot be played: {exception.Message} Run ./build.sh, then try again.");
    return 1;
}
