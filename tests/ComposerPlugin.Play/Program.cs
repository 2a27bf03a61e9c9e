using ComposerPlugin.Music;
using ComposerPlugin.Play;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(PlayOptions.Usage);
    return 0;
}
try
{
    var options = PlayOptions.Parse(args);
    if (options.Leave is { } milliseconds)
        Player.Leave(options, milliseconds);
    var phrase = PlayedPhrase.Read(options.Phrase ?? "presets/phrases/reel.mid", options.Tempo);
    PlayReport.Prepare(options.Out);
    Console.WriteLine($"Playing  {phrase.Name}: {phrase.Notes.Count} notes, "
        + $"{phrase.EndQuarter:0.##} quarters in {phrase.Song.Meter} at {phrase.Song.Tempo:0.##} bpm");
    var take = Player.Play(phrase, options);
    if (options.Events is { } events)
        EventLines.Write(take.Recording, options.Rate, events);
    else
        PlayReport.Write(phrase, take, options);
    return take.Answer.Count > 0 ? 0 : 1;
}
catch (Exception exception) when (exception is FormatException or MidiFileException or ArgumentException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (Exception exception) when (exception is DllNotFoundException or FileNotFoundException or DirectoryNotFoundException or IOException)
{
    Console.Error.WriteLine($"The plugin cannot be played: {exception.Message} Run ./build.sh, then try again.");
    return 1;
}
