namespace ComposerPlugin.Editor.Tests;

/// <summary>Not beside other tests: these count the files of the process.</summary>
[Collection(nameof(X11LifeTests))]
[CollectionDefinition(nameof(X11LifeTests), DisableParallelization = true)]
public sealed class X11LifeTests(XServer server) : IClassFixture<XServer>
{
    private static int OpenFiles => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    [Fact]
    public void Three_hundred_windows_leave_nothing_behind()
    {
        using var host = new XHost(server.Display);
        void OpenAndClose()
        {
            var log = new WindowLog();
            using var window = host.Open(log);
            Assert.Equal(1, host.Children);
            window.TakeKeys(true);
            window.CopyText("text");
            window.Resize(new(300, 200));
        }
        for (int i = 0; i < 5; i++)
            OpenAndClose();
        int before = OpenFiles;
        for (int i = 0; i < 300; i++)
            OpenAndClose();
        // Files of other tests may be closed late.
        Assert.InRange(OpenFiles, 0, before);
        host.Until(() => host.Children == 0);
    }

    [Fact]
    public void A_parent_that_does_not_exist_is_refused()
    {
        string display = server.Display;
        Assert.Equal("The host's window does not exist on this X display.", Refusal(display));
        int before = OpenFiles;
        for (int i = 0; i < 20; i++)
            Refusal(display);
        Assert.InRange(OpenFiles, 0, before);
    }

    [Fact]
    public void A_display_that_does_not_exist_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "X11 is for Linux.");
        Assert.StartsWith("The window needs an X display", Refusal(":4321"), StringComparison.Ordinal);
        int before = OpenFiles;
        for (int i = 0; i < 20; i++)
            Refusal(":4321");
        Assert.InRange(OpenFiles, 0, before);
    }

    [Fact]
    public void A_host_may_destroy_its_window_first()
    {
        using var host = new XHost(server.Display);
        var log = new WindowLog();
        var window = host.Open(log);
        host.DestroyChildren();
        host.Until(() => window.IsLost);
        Use(window);
        window.Dispose();
        window.Dispose();
    }

    [Fact]
    public void It_outlives_its_display()
    {
        using var display = new XServer();
        var log = new WindowLog();
        var host = new XHost(display.Display);
        var window = host.Open(log);
        window.CopyText("text");
        display.Kill();
        Use(window);
        window.ReadEvents();
        Assert.True(window.IsLost);
        Use(window);
        window.Dispose();
        host.Dispose();
    }

    private static string Refusal(string display) =>
        Assert.Throws<InvalidOperationException>(() => new X11Window(0x12345, new(100, 100), new WindowLog(), display)).Message;

    private static void Use(X11Window window)
    {
        OpenEditor.LoadSkia();
        using var canvas = new Canvas();
        canvas.Resize(200, 150, 1);
        window.Present(canvas, new(0, 0, 200, 150));
        window.Resize(new(300, 200));
        window.TakeKeys(true);
        window.CopyText("text");
        window.DragFile("/tmp/a.mid");
        window.Tick();
        window.ReadEvents();
    }
}
