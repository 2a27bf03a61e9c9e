using System.Text;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests;

public sealed class FuzzTests
{
    // Every part of a state.
    private const string Whole = """
        {
          "format": 1, "style": "hymn", "style-hash": "ab12", "former-style-hash": "cd34", "program": "Hymn, calm",
          "parameters": { "mode": 2, "surprise": 0.75, "seed": 123456, "thru": 0, "unknown": 3 },
          "learned": { "new-take": { "note": 36, "channel": 10 }, "keep": { "controller": 64, "channel": 1 } },
          "window": { "size": 125, "theme": "light", "tooltips": false, "seen-first-run": true },
          "last-phrase": { "meter": "4/4", "notes": ["0 24 60 80", "24 24 62 90", "48 48 64 100"] },
          "phrase-a": { "meter": "6/8", "notes": ["0 12 60 80"] },
          "takes": [
            { "meter": "4/4", "notes": ["0 24 60 80"], "style": "hymn", "seed": 7, "begin": 0, "end": 96, "number": 3, "name": "opening" },
            { "meter": "3/4", "notes": [], "style": "own/mine", "seed": 4294967295, "begin": 72, "end": 144 }
          ]
        }
        """;

    [Fact]
    public void Changed_states_are_read_or_refused()
    {
        byte[][] files = [Encoding.UTF8.GetBytes(Whole), .. Programs()];

        FuzzRun.Run("states", files, 5000, changed =>
        {
            if (!PluginState.TryRead(changed, out var state))
                return "The state is refused.";
            LookAtAll(state);
            // As the next save does.
            (state.Style, state.Program, state.Learned, state.Session) = ("hymn", "p", state.Learned, state.Session);
            state.SetParameters([new("mode", 1)]);
            Assert.True(PluginState.TryRead(state.ToBytes(), out var again));
            LookAtAll(again);
            return null;
        });
    }

    [Fact]
    public void Changed_programs_are_read_or_ignored()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["hymn/programs"]);
        File.WriteAllBytes(folder["hymn/programs/good.json"], Programs()[0]);

        FuzzRun.Run("programs", Programs(), 2000, changed =>
        {
            File.WriteAllBytes(folder["hymn/programs/changed.json"], changed);
            int count = FactoryPrograms.Read(folder.Path).Count();
            Assert.InRange(count, 1, 2);
            return count == 2 ? null : "The program is ignored.";
        });
    }

    [Fact]
    public void Changed_phrases_are_read_or_refused()
    {
        using var folder = new TemporaryFolder();
        byte[][] files = [.. Directory.GetFiles(Repository.File("presets/phrases"), "*.mid").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];

        FuzzRun.Run("phrases", files, 2000, changed =>
        {
            File.WriteAllBytes(folder["phrase.mid"], changed);
            try
            {
                Assert.InRange(PhraseFile.Read(folder["phrase.mid"]).Count, 1, PhraseNotes.MostPhraseNotes);
                return null;
            }
            catch (MidiFileException exception)
            {
                return exception.Message;
            }
        });
    }

    [Fact]
    public void Changed_window_settings_are_read_or_ignored()
    {
        using var folder = new TemporaryFolder();
        byte[] file = Encoding.UTF8.GetBytes("""
            { "size": 125, "theme": "light", "tooltips": false, "seen-first-run": true, "favourites": ["hymn", "own/mine"] }
            """);
        var settings = new WindowSettings(folder["window.json"]);

        FuzzRun.Run("window settings", [file], 2000, changed =>
        {
            File.WriteAllBytes(folder["window.json"], changed);
            _ = (settings.Default, settings.Favourites.Count);
            return null;
        });
    }

    private static void LookAtAll(PluginState state) =>
        _ = (state.Style, state.StyleHash, state.FormerStyleHash, state.Program, state.Learned.Count, state.Parameters.Count,
            state.Session.Kept.Count, state.Window is { } window ? WindowSettings.FromJson(window) : null);

    private static byte[][] Programs() => [.. Directory.GetFiles(Repository.File("presets"), "*.json", SearchOption.AllDirectories)
        .Where(file => file.Contains("/programs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
