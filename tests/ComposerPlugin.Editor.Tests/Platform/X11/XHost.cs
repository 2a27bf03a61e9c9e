using System.Diagnostics;
using System.Text;

namespace ComposerPlugin.Editor.Tests;

/// <summary>A host with one window, on a connection of its own, and the user before it.</summary>
internal sealed unsafe class XHost : IDisposable
{
    private readonly nint _connection;
    private readonly uint[] _symbols;
    private readonly int _symbolsPerKey;
    private readonly byte _firstKey;
    private List<Action> _readers;

    public XHost(string display, int x = 0, int y = 0, int width = 400, int height = 300)
    {
        (Display, X, Y) = (display, x, y);
        _connection = Xcb.Connect(display, null);
        Assert.Equal(0, Xcb.HasError(_connection));
        Atoms = new(_connection);
        var setup = Xcb.SetupOf(_connection);
        _firstKey = setup->FirstKey;
        (_symbols, _symbolsPerKey) = XcbQueries.Keyboard(_connection, _firstKey, setup->LastKey);
        Root = RootOf((byte*)setup);
        _readers = [Read];
        Window = CreateWindow(x, y, width, height);
        Focus();
    }

    public string Display { get; }

    public int X { get; }

    public int Y { get; }

    public uint Root { get; }

    public uint Window { get; }

    public X11Atoms Atoms { get; }

    /// <summary>All events of its windows.</summary>
    public List<XEvent> Events { get; } = [];

    /// <summary>The keys that went down and up in its window: positive and negative codes.</summary>
    public IEnumerable<int> Keys => Events
        .Where(e => (e.Type & 0x7F) is Xcb.KeyPress or Xcb.KeyRelease)
        .Select(e => (e.Type & 0x7F) == Xcb.KeyPress ? e.Detail : -e.Detail);

    /// <summary>The window that has the keyboard focus.</summary>
    public uint Focused => XcbQueries.Focused(_connection);

    /// <summary>The number of children of its window.</summary>
    public int Children => XTest.ChildrenOf(_connection, Window);

    /// <summary>Opens the window under test in its window, and waits until it is shown.</summary>
    /// <param name="parent">The window that it lies in; 0: the host's.</param>
    public X11Window Open(WindowLog log, int width = 200, int height = 150, uint parent = 0)
    {
        var window = new X11Window(parent == 0 ? Window : parent, new(width, height), log, Display);
        _readers.Add(window.Tick);
        Until(() => log.Exposed.Count > 0);
        return window;
    }

    /// <summary>Calls what a run loop would call.</summary>
    public void Run(Action act) => _readers.Add(act);

    /// <summary>From now on each of two hosts reads the events of both.</summary>
    public void Join(XHost other)
    {
        _readers.AddRange(other._readers);
        other._readers = _readers;
    }

    /// <summary>Creates a window of the host on the screen.</summary>
    public uint CreateWindow(int x, int y, int width, int height)
    {
        uint window = Xcb.NewId(_connection);
        uint* values = stackalloc uint[] { Xcb.KeyPressMask | Xcb.KeyReleaseMask };
        Xcb.CreateWindow(
            _connection, 0, window, Root, (short)x, (short)y, (ushort)width, (ushort)height, 0, 1, Xcb.CopyFromParent, Xcb.EventMask,
            values);
        Xcb.MapWindow(_connection, window);
        Sync();
        return window;
    }

    /// <summary>Creates a window in the host's for another program's, as toolkits do: it wants no events.</summary>
    public uint CreateSocket(int x, int y, int width, int height)
    {
        uint socket = Xcb.NewId(_connection);
        Xcb.CreateWindow(
            _connection, 0, socket, Window, (short)x, (short)y, (ushort)width, (ushort)height, 0, 1, Xcb.CopyFromParent, 0, null);
        Xcb.MapWindow(_connection, socket);
        Sync();
        return socket;
    }

    /// <summary>Takes the keyboard focus.</summary>
    public void Focus()
    {
        Xcb.SetInputFocus(_connection, Xcb.RevertToParent, Window, 0);
        Sync();
    }

    /// <summary>Takes all keys for a moment, as a window manager does.</summary>
    public void GrabKeys()
    {
        Xcb.DiscardReply(_connection, Xcb.GrabKeyboard(_connection, 0, Window, 0, Xcb.GrabAsync, Xcb.GrabAsync));
        Sync();
    }

    /// <summary>Ends it.</summary>
    public void ReleaseKeys()
    {
        Xcb.UngrabKeyboard(_connection, 0);
        Sync();
    }

    /// <summary>Destroys what is in its window.</summary>
    public void DestroyChildren()
    {
        XTest.DestroyChildren(_connection, Window);
        Sync();
    }

    /// <summary>The user moves the pointer, to a position in the window.</summary>
    public XHost Move(int x, int y)
    {
        XTest.Fake(_connection, Xcb.MotionNotify, 0, X + x, Y + y);
        return this;
    }

    /// <summary>The user presses a button.</summary>
    public XHost Press(byte button = 1, uint delay = 0)
    {
        XTest.Fake(_connection, Xcb.ButtonPress, button, delay: delay);
        return this;
    }

    /// <summary>The user releases a button.</summary>
    public XHost Release(byte button = 1)
    {
        XTest.Fake(_connection, Xcb.ButtonRelease, button);
        return this;
    }

    /// <summary>The user presses a button and releases it.</summary>
    public XHost Click(byte button = 1, uint delay = 0) => Press(button, delay).Release(button);

    /// <summary>The user presses a key.</summary>
    public XHost KeyDown(uint symbol)
    {
        XTest.Fake(_connection, Xcb.KeyPress, CodeOf(symbol));
        return this;
    }

    /// <summary>The user releases a key.</summary>
    public XHost KeyUp(uint symbol)
    {
        XTest.Fake(_connection, Xcb.KeyRelease, CodeOf(symbol));
        return this;
    }

    /// <summary>The user presses a key and releases it.</summary>
    public XHost Type(uint symbol) => KeyDown(symbol).KeyUp(symbol);

    /// <summary>Waits until the server has done all that was asked of it.</summary>
    public void Sync() => _ = Focused;

    /// <summary>Reads the events of host and windows until something is true; fails the test after ten seconds.</summary>
    public void Until(Func<bool> isTrue)
    {
        Xcb.Flush(_connection);
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            foreach (var reader in _readers)
                reader();
            if (isTrue())
                return;
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 10, "What the test waits for did not happen.");
            Thread.Sleep(1);
        }
    }

    /// <summary>The key of a symbol.</summary>
    public byte CodeOf(uint symbol) => (byte)(_firstKey + (Array.IndexOf(_symbols, symbol) / _symbolsPerKey));

    /// <summary>The pixels of a part of its window and what is in it.</summary>
    public byte[] Pixels(int x, int y, int width, int height) => XTest.Pixels(_connection, Window, x, y, width, height);

    /// <summary>The child of its window.</summary>
    public uint ChildAt(int x, int y) => XcbQueries.ChildAt(_connection, Root, Window, (short)(X + x), (short)(Y + y));

    /// <summary>Sets a property of numbers.</summary>
    public void SetProperty(uint window, uint property, params ReadOnlySpan<uint> numbers)
    {
        fixed (uint* first = numbers)
            Xcb.ChangeProperty(_connection, Xcb.Replace, window, property, Xcb.AtomType, 32, (uint)numbers.Length, first);
        Sync();
    }

    /// <summary>Sends a client message.</summary>
    public void Send(uint to, uint type, params ReadOnlySpan<uint> data)
    {
        var message = new XEvent { Type = Xcb.ClientMessage, Detail = 32, Window = to, MessageType = type };
        for (int i = 0; i < data.Length; i++)
            message.Data[i] = data[i];
        Xcb.SendEvent(_connection, 0, to, 0, &message);
        Sync();
    }

    /// <summary>Sends a key on to another window.</summary>
    public void SendKey(XEvent key, uint to)
    {
        key.EventWindow = to;
        Xcb.SendEvent(_connection, 0, to, 0, &key);
        Sync();
    }

    /// <summary>The client messages of a type that came.</summary>
    public List<uint[]> Messages(uint type) =>
        [.. Events.Where(e => (e.Type & 0x7F) == Xcb.ClientMessage && e.MessageType == type).Select(DataOf)];

    /// <summary>Asks the owner of a selection for its content, text in UTF-8; null if it refuses.</summary>
    public string? Ask(uint selection, uint type, uint time = 0)
    {
        uint property = Request(selection, type, time);
        return property != 0 && XcbQueries.Bytes(_connection, Window, property, type) is { } text ? Encoding.UTF8.GetString(text) : null;
    }

    /// <summary>Asks the owner of a selection for numbers.</summary>
    public uint[] AskNumbers(uint selection, uint type) => XcbQueries.Numbers(_connection, Window, Request(selection, type, 0), 100);

    /// <summary>Becomes the owner of a selection.</summary>
    public void Own(uint selection)
    {
        Xcb.SetSelectionOwner(_connection, Window, selection, 0);
        Sync();
    }

    /// <summary>Gives content to the window that asks for it.</summary>
    public void Answer(XEvent request, ReadOnlySpan<byte> content)
    {
        fixed (byte* first = content)
        {
            Xcb.ChangeProperty(
                _connection, Xcb.Replace, request.Requestor, request.Property, request.Target, 8, (uint)content.Length, first);
        }
        var notice = new XEvent { Type = Xcb.SelectionNotify, Time = request.Time, Root = request.Requestor };
        (notice.Data[0], notice.Data[1], notice.Data[2]) = (request.Selection, request.Target, request.Property);
        Xcb.SendEvent(_connection, 0, request.Requestor, 0, &notice);
        Sync();
    }

    public void Dispose()
    {
        Xcb.DestroyWindow(_connection, Window);
        Sync();
        Xcb.Disconnect(_connection);
    }

    // The first screen follows the vendor's name and the formats of pixmaps.
    private static uint RootOf(byte* setup)
    {
        int vendorBytes = (*(ushort*)(setup + 24) + 3) / 4 * 4, formatBytes = 8 * setup[29];
        return *(uint*)(setup + 40 + vendorBytes + formatBytes);
    }

    private static uint[] DataOf(XEvent e) => new ReadOnlySpan<uint>(e.Data, 5).ToArray();

    private uint Request(uint selection, uint type, uint time)
    {
        Events.RemoveAll(e => (e.Type & 0x7F) == Xcb.SelectionNotify);
        Xcb.ConvertSelection(_connection, Window, selection, type, Atoms.DragSelection, time);
        Until(() => Events.Exists(e => (e.Type & 0x7F) == Xcb.SelectionNotify));
        return DataOf(Events.Find(e => (e.Type & 0x7F) == Xcb.SelectionNotify))[2];
    }

    private void Read()
    {
        XEvent* e;
        while ((e = Xcb.PollForEvent(_connection)) != null)
        {
            Events.Add(*e);
            XcbQueries.Free(e);
        }
        Xcb.Flush(_connection);
    }
}
