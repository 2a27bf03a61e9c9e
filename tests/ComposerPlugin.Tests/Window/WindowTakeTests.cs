using ComposerPlugin.Editor.Tests;
using ComposerPlugin.Music;
using ComposerPlugin.Tests.Published;

namespace ComposerPlugin.Tests.Window;

/// <summary>Takes in the window in the JUCE host, used by mouse and keys: as the host hears them, and as files.</summary>
public sealed class WindowTakeTests : IDisposable
{
    private readonly string _recorded = Path.GetTempFileName();

    public void Dispose() => File.Delete(_recorded);

    [DisplayFact]
    public void Locked_notes_survive_a_new_take_and_undo_brings_the_former_take_back()
    {
        using var display = Display.Start();
        using var layout = OpenEditor.Create();
        using var host = WindowHost.Open(display, "reel.mid", seconds: 90, "--set", "Thru=0", "--out", _recorded);
        string focused = display.Do($"getwindowfocus -f");
        var former = TakeOf(host, layout, "Take 12", 1);

        // The keys of the roll's own piano: no note is there that a click would lock.
        var roll = layout.Find("Piano roll").Bounds;
        var (x, y) = host.At(new(roll.Left + 10, roll.MidY));
        display.Do($"mousemove {x} {y} click 1");
        WindowHost.Await(() => display.Do($"getwindowfocus -f") != focused, "the roll had the keys");
        display.Do($"key Home key Return key Right key Right key Return");
        Click(host, layout, "New take");
        WindowHost.Await(() => host.Edits.Contains("end New take"), "the button was pressed");

        var changed = TakeOf(host, layout, "Take 13", 2);
        Assert.NotEqual(former, changed);
        Assert.Contains(former[0], changed);
        Assert.Contains(former[2], changed);

        Click(host, layout, "Undo");
        WindowHost.Await(() => host.Edits.Contains("end Previous take"), "the button was pressed");
        host.AwaitEnd();
        var played = JuceHost.Read(_recorded).Where(note => note.IsOn).Select(note => note.Pitch).ToArray();
        Assert.Equal(former.Select(note => (int)note.Pitch.Number), played.TakeLast(former.Length));
    }

    private static void Click(WindowHost host, OpenEditor layout, string name)
    {
        var (x, y) = host.At(layout.MiddleOf(name));
        host.Display.Do($"mousemove {x} {y}");
        host.Display.Do($"click 1");
    }

    // A take is written when a drag of its card begins; at first the take is not there.
    private static MidiNote[] TakeOf(WindowHost host, OpenEditor layout, string card, int number)
    {
        var (x, y) = host.At(layout.MiddleOf(card));
        string folder = Path.Combine(host.UserFolder, "drag");
        string? path = null;
        WindowHost.Repeat(
            () => host.Display.Do($"mousemove {x} {y} mousedown 1 mousemove {x + 10} {y - 20} mousemove {x + 20} {y - 40} mouseup 1"),
            () => (path = Find()) is not null, $"take {number} was dragged");
        return [.. MidiFileReader.Read(path!).Tracks.Single(track => track.Notes.Count > 0).Notes];

        string? Find() => Directory.Exists(folder) ? Directory.GetFiles(folder, $"*take {number}.mid").FirstOrDefault() : null;
    }
}
