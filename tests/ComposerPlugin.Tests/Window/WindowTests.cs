using System.Diagnostics;
using ComposerPlugin.Editor.Tests;
using ComposerPlugin.Music;
using ComposerPlugin.Tests.Published;

namespace ComposerPlugin.Tests.Window;

/// <summary>The published plugin's window in the JUCE host, used by mouse and keys.</summary>
public class WindowTests
{
    private const string Phrase = "reel.mid";

    [DisplayFact]
    public void A_drag_of_a_knob_is_one_gesture_of_the_host()
    {
        using var display = Display.Start();
        using var host = WindowHost.Open(display, Phrase, seconds: 120);
        var (x, y) = host.At(PlaceOf("Density"));
        WindowHost.Repeat(
            () => display.Do($"mousemove {x} {y} mousedown 1 mousemove {x} {y - 10} mousemove {x} {y - 25} mouseup 1"),
            () => host.Edits.Contains("end Density"), "the knob was let go");
        var edits = host.Edits.TakeWhile(edit => edit != "end Density").Append("end Density").ToList();
        Assert.Equal("begin Density", edits[0]);
        Assert.Equal("end Density", edits[^1]);
        Assert.NotEmpty(edits[1..^1]);
        Assert.All(edits[1..^1], edit => Assert.Equal("set Density", edit));
    }

    [DisplayFact]
    public void The_wheel_and_typed_values_set_a_control()
    {
        using var display = Display.Start();
        using var host = WindowHost.Open(display, Phrase, seconds: 120);
        var (x, y) = host.At(PlaceOf("Memory"));
        WindowHost.Repeat(
            () => display.Do($"mousemove {x} {y} click 4"), () => host.Edits.Contains("end Memory"), "the wheel turned");
        var (swingX, swingY) = host.At(PlaceOf("Swing"));
        display.Do($"mousemove {swingX} {swingY} click 1");
        display.Do($"key 6 key 0 key Return");
        WindowHost.Await(() => host.Edits.Contains("set Swing"), "a value was typed");
    }

    [DisplayFact]
    public void Keys_go_to_the_host_while_the_pointer_is_over_the_window()
    {
        using var display = Display.Start();
        using var host = WindowHost.Open(display, Phrase, seconds: 120);
        var (left, top) = host.At(new(0, 0));
        var (x, y) = host.At(PlaceOf("Density"));
        // The host's title bar, and then no click.
        WindowHost.Repeat(
            () => display.Do($"mousemove {left + 400} {top - 12} click 1 mousemove {x} {y} key space"),
            () => host.Edits.Contains("key spacebar"), "the space bar reached the host");
    }

    [DisplayFact]
    public void Keys_that_a_control_does_not_use_go_to_the_host()
    {
        using var display = Display.Start();
        using var host = WindowHost.Open(display, Phrase, seconds: 120);
        var (x, y) = host.At(PlaceOf("Memory"));
        WindowHost.Repeat(
            () => display.Do($"mousemove {x} {y} click 1 key Up"), () => host.Edits.Contains("end Memory"), "the knob has the keys");
        display.Do($"key space");
        WindowHost.Await(() => host.Edits.Contains("key spacebar"), "the space bar went on to the host");
        display.Do($"key Escape key F7");
        WindowHost.Await(() => host.Edits.Contains("key F7"), "after Escape all keys are the host's");
    }

    [DisplayFact]
    public void A_take_that_is_dragged_into_another_program_is_a_MIDI_file_of_its_notes()
    {
        using var display = Display.Start();
        using var target = DropTarget(display);
        string recorded = Path.GetTempFileName();
        using (var host = WindowHost.Open(display, Phrase, seconds: 30, "--set", "Thru=0", "--out", recorded))
        {
            var (x, y) = host.At(PlaceOf("Take 12"));
            var dropped = target.StandardOutput.ReadLineAsync();
            // Until there is a take to drag.
            WindowHost.Await(
                () =>
                {
                    display.Do($"mousemove {x} {y} mousedown 1 mousemove {x + 20} {y - 20} mousemove 1390 290");
                    display.Do($"mousemove 1400 300 mouseup 1");
                    return dropped.Wait(500);
                },
                "a take was dropped");
            string path = dropped.Result!;
            Assert.Matches(@"^Irish & Scots session - .+ - seed 1 - take 1\.mid$", Path.GetFileName(path));
            byte[] file = File.ReadAllBytes(path);
            var notes = MidiFileReader.Read(new MemoryStream(file), path).Tracks.Single(track => track.Notes.Count > 0).Notes;
            host.AwaitEnd();
            var played = JuceHost.Read(recorded).Where(note => note.IsOn).Select(note => note.Pitch).ToList();
            Assert.Equal(played.Take(notes.Count), notes.Select(note => (int)note.Pitch.Number));
        }
        File.Delete(recorded);
    }

    // As in the window that opens: the layout does not depend on what is shown.
    private static SkiaSharp.SKPoint PlaceOf(string name)
    {
        using var layout = OpenEditor.Create();
        return layout.MiddleOf(name);
    }

    private static Process DropTarget(Display display)
    {
        var start = new ProcessStartInfo(JuceHost.Program, "--drop-target 1300,200 --editor 120")
        {
            RedirectStandardOutput = true, Environment = { ["DISPLAY"] = display.Name },
        };
        var target = Process.Start(start)!;
        Assert.Equal("ready", target.StandardOutput.ReadLine());
        return target;
    }
}
