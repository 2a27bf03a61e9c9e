namespace ComposerPlugin.Vst3;

/// <summary>The host of an open view. All members are [main]. Once the view is closed, they do nothing and return false.</summary>
public interface IViewHost
{
    /// <summary>
    /// [main] Requests a size for the view; false if the host refuses. The host answers with <see cref="IView.Resize"/>, usually before
    /// this returns.
    /// </summary>
    bool RequestSize(ViewSize size);

    /// <summary>
    /// [main] Makes the host's run loop call <see cref="IView.FileReady"/> and <see cref="IView.Tick"/>, also after the host sets another
    /// frame. Replaces an earlier call. Linux only: false on Windows and macOS, which call windows and timers themselves, and if the host
    /// refuses.
    /// </summary>
    /// <param name="file">The file descriptor, such as that of a connection to the X server.</param>
    /// <param name="tickMilliseconds">The interval of ticks, in milliseconds, from 1.</param>
    bool Run(int file, int tickMilliseconds);

    /// <summary>[main] Ends the calls of <see cref="Run"/>.</summary>
    void Stop();

    /// <summary>
    /// [main] Shows the host's own menu for a parameter, such as its automation and MIDI learn; false if the host has none. It may return
    /// before or after the user has chosen, and the view may be closed by then.
    /// </summary>
    /// <param name="parameterId">The parameter's id.</param>
    /// <param name="x">Distance of the menu from the left edge of the view, in the units of <see cref="ViewSize"/>.</param>
    /// <param name="y">Distance from the top edge.</param>
    bool ShowHostMenu(uint parameterId, int x, int y);
}
