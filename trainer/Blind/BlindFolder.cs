using System.Globalization;
using System.Text;
using System.Text.Json;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Report;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>The folder of a blind test: the pairs to hear, to see and to read, the key, and the verdicts of the listener.</summary>
/// <param name="path">Its path.</param>
internal sealed class BlindFolder(string path)
{
    private const string KeyName = "key.json", PageName = "pairs.html", TextName = "pairs.txt", VerdictsName = "verdicts.txt";

    // Quarters a minute.
    private const double Tempo = 100;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    /// <summary>The file for the listener's verdicts.</summary>
    public string VerdictsPath => Path.Combine(path, VerdictsName);

    /// <summary>Fails early if the folder holds a test already, or cannot be written.</summary>
    /// <exception cref="BadInputException">It does, or cannot.</exception>
    public void CheckNew()
    {
        if (File.Exists(Path.Combine(path, KeyName)))
            throw new BadInputException($"{path}: there is a blind test already; give --out another folder.");
        OutputFile.CheckWritable(Path.Combine(path, KeyName), "give --out a folder that you may write to");
    }

    /// <summary>Writes the test.</summary>
    public void Write(IReadOnlyList<BlindPair> pairs)
    {
        foreach (var pair in pairs)
        {
            Save(pair, "a", pair.A);
            Save(pair, "b", pair.B);
        }
        AtomicFile.WriteText(Path.Combine(path, PageName), Html(pairs));
        AtomicFile.WriteText(Path.Combine(path, TextName), Text(pairs));
        AtomicFile.WriteText(VerdictsPath, string.Concat(pairs.Select(pair => $"{pair.Key.Pair} \n")));
        AtomicFile.WriteText(Path.Combine(path, KeyName), JsonSerializer.Serialize(pairs.Select(pair => pair.Key), _json));
    }

    /// <summary>Reads whose the continuations are.</summary>
    /// <exception cref="BadInputException">There is no test, or its key is damaged.</exception>
    public IReadOnlyList<BlindKey> ReadKey()
    {
        string file = Path.Combine(path, KeyName);
        try
        {
            return JsonSerializer.Deserialize<List<BlindKey>>(File.ReadAllText(file)) ?? throw new JsonException("it is empty");
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"{file}: the key cannot be read ({exception.Message.TrimEnd('.')}); give a folder that blind has written.");
        }
    }

    private static string Title(BlindPair pair) => $"Pair {pair.Key.Pair}, {pair.Excerpt.Prompt.Meter}";

    private static string Text(IReadOnlyList<BlindPair> pairs)
    {
        var text = new StringBuilder("Each line is a bar: pitches, and their length in quarters; - is a rest.\n");
        foreach (var pair in pairs)
        {
            var (phrase, begin, end) = (pair.Excerpt.Prompt, pair.Excerpt.Begin, pair.Excerpt.End);
            text.Append(CultureInfo.InvariantCulture, $"\n=== {Title(pair)}\nphrase\n{PhraseText.Bars(phrase, phrase[0].Onset, begin)}");
            text.Append(CultureInfo.InvariantCulture, $"A\n{PhraseText.Bars(pair.A, begin, end)}");
            text.Append(CultureInfo.InvariantCulture, $"B\n{PhraseText.Bars(pair.B, begin, end)}");
        }
        return text.ToString();
    }

    private static string Html(IReadOnlyList<BlindPair> pairs)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.Append("<title>Blind pairs</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>\n{PageStyle.Sheet}\n</style>\n</head>\n<body>\n<h1>Blind pairs</h1>\n");
        html.Append("<p>Two continuations of each phrase. Write into verdicts.txt which you would keep, A or B, and why.</p>\n");
        foreach (var pair in pairs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Title(pair)}</h2>\n");
            foreach (var (name, continuation) in new[] { ("A", pair.A), ("B", pair.B) })
            {
                PianoRollVoice[] voices = [Voice("phrase", "#2f6fb3", pair.Excerpt.Prompt), Voice(name, "#e07b39", continuation)];
                string roll = PianoRollSvg.Draw($"{Title(pair)}: {name}", voices, [new(0, pair.Excerpt.Prompt.Meter)]);
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"roll\">\n{roll}</div>\n");
            }
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static PianoRollVoice Voice(string name, string colour, Phrase phrase) =>
        new(name, colour, TakeWriter.Track(name, phrase).Notes);

    private void Save(BlindPair pair, string letter, Phrase continuation) => TakeWriter.Save(
        MidiSong.Create(pair.Excerpt.Prompt.Meter, Tempo, TakeWriter.Track("", [.. pair.Excerpt.Prompt, .. continuation])),
        Path.Combine(path, $"pair-{pair.Key.Pair:00}-{letter}.mid"));
}
