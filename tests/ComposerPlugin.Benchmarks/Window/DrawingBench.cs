using System.Diagnostics;
using System.Globalization;
using ComposerPlugin.Editor;
using ComposerPlugin.Editor.Tests;
using ComposerPlugin.Host;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// The time and the garbage of a tick of the window, in this process, on the X display that DISPLAY names: with nothing to do, with a
/// playhead that moves, and with the whole window drawn.
/// </summary>
internal static class DrawingBench
{
    private const int Ticks = 2000;
    private const double MostMilliseconds = 33;

    public static bool Run()
    {
        SkiaLibrary.LoadFrom(AppContext.BaseDirectory);
        Console.WriteLine($"drawing, {Machine.Load()}");
        bool within = true;
        foreach (float scale in (float[])[1, 2])
        {
            var model = new FakeModel();
            var view = new EditorView(model);
            view.Rescale(scale);
            using var window = new HostWindow(view.Size.Width, view.Size.Height);
            view.Open((nint)window.Id, new LoopOfNothing());
            int played = 0;
            within &= Measure("at rest", () => { });
            // In and out of a bar, so that the roll scrolls as it does.
            within &= Measure("the playhead moves", () => model.Roll.Update(FakeModel.Snapshot((5 * 96) + 40 + (played++ % 50))));
            within &= Measure("all of it", () => view.Root!.Invalidate());
            view.Close();

            bool Measure(string what, Action change)
            {
                Run(new());
                var times = new Measurements();
                long bytes = Run(times);
                string size = string.Create(CultureInfo.InvariantCulture, $"{scale:0 %}");
                Console.WriteLine($"  {size}, {what}: {times.Summary("ms")}; {(double)bytes / Ticks:0.##} bytes a tick");
                return times.Percentile(50) < MostMilliseconds && bytes == 0;

                long Run(Measurements times)
                {
                    long bytes = 0;
                    for (int i = 0; i < Ticks; i++)
                    {
                        change();
                        long before = GC.GetAllocatedBytesForCurrentThread();
                        long begun = Stopwatch.GetTimestamp();
                        view.FileReady();
                        view.Tick();
                        double milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                        bytes += GC.GetAllocatedBytesForCurrentThread() - before;
                        times.Add(milliseconds);
                    }
                    return bytes;
                }
            }
        }
        return within;
    }
}
