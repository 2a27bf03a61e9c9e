namespace ComposerPlugin.Vst3;

/// <summary>
/// An editor inside a window of the host (IPlugView). All members are [main]: the host's calls, its run loop's too, come on its main
/// thread. The layer calls <see cref="Open"/> and <see cref="Close"/> in turn, Close also if the host omits it. All other members may be
/// called before, between and after, except those that say otherwise. An exception from any member becomes an error code for the host and
/// is recorded in <see cref="EntryErrors"/>.
/// </summary>
public interface IView
{
    /// <summary>[main] The current size, also while closed.</summary>
    ViewSize Size { get; }

    /// <summary>[main] Whether the view can be opened in a parent of this type.</summary>
    /// <param name="platformType">X11EmbedWindowID, HWND, NSView, or another of the SDK's platform UI types.</param>
    bool Supports(string platformType);

    /// <summary>
    /// [main] Creates the window in its parent. On Linux it calls <see cref="IViewHost.Run"/>. The layer refuses the host's call itself if
    /// a Linux host has set no frame, or one without a run loop.
    /// </summary>
    /// <param name="parent">The X11 window id, HWND or NSView. The host owns it.</param>
    /// <param name="host">The host, valid until <see cref="Close"/> is called.</param>
    /// <returns>False if there can be no window, for example without a display server. Close is called then too.</returns>
    bool Open(nint parent, IViewHost host);

    /// <summary>
    /// [main] Destroys the window; called once after each call to <see cref="Open"/>, also after one that failed. The parent may be
    /// destroyed already. The host may close a view inside any call that the view makes to <see cref="IViewHost"/>.
    /// </summary>
    void Close();

    /// <summary>[main] The host has set this size. Both numbers are positive.</summary>
    void Resize(ViewSize size);

    /// <summary>[main] The nearest size that the view can have. Both numbers are positive.</summary>
    ViewSize Constrain(ViewSize size);

    /// <summary>
    /// [main] Sets the scale of the content, 1 being 96 dots per inch; not called on macOS. <see cref="Size"/> must have the new size on
    /// return. An open view requests it by <see cref="IViewHost.RequestSize"/>.
    /// </summary>
    /// <param name="factor">0.25 to 8.</param>
    void Rescale(float factor);

    /// <summary>
    /// [main, open] A key goes down. True only if the view uses it: otherwise the host's key commands would stop working.
    /// </summary>
    bool KeyDown(in KeyStroke key);

    /// <summary>[main, open] The mouse wheel is turned, upwards if positive. True if the view uses it.</summary>
    bool Wheel(float distance);

    /// <summary>[main, open] The file of <see cref="IViewHost.Run"/> can be read.</summary>
    void FileReady();

    /// <summary>[main, open] The interval of <see cref="IViewHost.Run"/> has passed.</summary>
    void Tick();
}
