using System.Diagnostics;
using ComposerPlugin.Editor.Tests;
using ComposerPlugin.Host;
using SkiaSharp;

namespace ComposerPlugin.WindowsTests;

/// <summary>
/// The plugin's window in a window of Windows, used by the mouse: a knob is turned, and a take is dragged. A thread of its own moves the
/// mouse, since a drag holds up the thread of the window.
/// </summary>
internal static class WindowUse
{
    private const double MostSeconds = 60;
    private const int Left = 20, Top = 20, FewestColours = 8;

    private static readonly string _drag =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "ComposerPlugin", "drag");

    /// <summary>Opens the window and uses it.</summary>
    /// <exception cref="InvalidOperationException">Something did not happen.</exception>
    public static void Run(string bundle)
    {
        SKPoint knob, card;
        using (var layout = OpenEditor.Create())
            (knob, card) = (layout.MiddleOf("Density"), layout.MiddleOf("Take 12"));

        using var library = PluginLibrary.Load(bundle);
        using var plugin = library.Create("Composer MIDI");
        _ = Answer.Play(plugin);
        uint density = plugin.Parameter("Density").Id;
        var view = plugin.CreateView() ?? throw new InvalidOperationException("The plugin has no window.");
        var size = view.Size;
        nint parent = Desktop.Open(Left, Top, size.Width, size.Height);
        if (!view.Open((nuint)parent, new(null)))
            throw new InvalidOperationException("The plugin's window did not open.");
        Console.WriteLine($"window: {size.Width} x {size.Height}");

        int colours = 0;
        Await("the window was painted", () => (colours = Desktop.Colours(parent, size.Width, size.Height)) >= FewestColours);
        Console.WriteLine($"painted: {colours} colours");
        Use("the knob was turned", knob, 0, -25,
            () => plugin.Handler.Edits.Any(edit => edit.Id == density && edit.Kind == ParameterEditKind.End));
        Console.WriteLine($"knob: {plugin.Handler.Edits.Count(edit => edit.Id == density)} edits of Density");
        Use("a take was dragged", card, 20, -40,
            () => Directory.Exists(_drag) && Directory.EnumerateFiles(_drag, "*.mid").Any(file => new FileInfo(file).Length > 0));
        Console.WriteLine($"take: {Path.GetFileName(Directory.EnumerateFiles(_drag, "*.mid").First())}");

        view.Dispose();
        Desktop.Close(parent);
        if (view.ReferencesLeft != 0)
            throw new InvalidOperationException($"{view.ReferencesLeft} references to the window were left.");
    }

    // At first the window may not be there to hear of it.
    private static void Use(string what, SKPoint from, int right, int down, Func<bool> isSo)
    {
        using var done = new ManualResetEventSlim();
        var hand = new Thread(() =>
        {
            do
                Desktop.Drag(Left + (int)from.X, Top + (int)from.Y, right, down);
            while (!done.Wait(500));
        });
        hand.Start();
        try
        {
            Await(what, isSo);
        }
        finally
        {
            done.Set();
            hand.Join();
        }
        // The rest of the last drag.
        Desktop.Pump();
    }

    private static void Await(string what, Func<bool> isSo)
    {
        for (long begun = Stopwatch.GetTimestamp(); !isSo(); Desktop.Pump())
        {
            if (Stopwatch.GetElapsedTime(begun).TotalSeconds > MostSeconds)
                throw new InvalidOperationException($"It did not happen within {MostSeconds} s: {what}.");
        }
    }
}
