using System.Collections;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child of a window of Windows.</summary>
internal sealed unsafe class Win32Window : IPlatformWindow
{
    private const uint TickMilliseconds = 33;
    private const float WheelNotch = 120;

    private readonly IWindowEvents _events;
    private readonly nint _window, _parent;
    private readonly GCHandle _self;
    private readonly ShellDrop _drop;
    private readonly BitArray _passedKeys = new(256);
    private Canvas? _canvas;
    private nint _formerFocus, _lastPosition;
    private bool _isPressed, _isTracked, _isClosed;

    /// <summary>Creates the window, and shows it.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="size">Its size, in pixels.</param>
    /// <param name="events">Gets its events.</param>
    /// <exception cref="InvalidOperationException">Windows creates no window.</exception>
    public Win32Window(nint parent, EditorSize size, IWindowEvents events)
    {
        (_events, _parent) = (events, parent);
        fixed (char* name = Win32Class.Name)
        {
            _window = User32.CreateWindow(
                0, name, null, User32.Child | User32.Visible | User32.ClipSiblings, 0, 0, size.Width, size.Height, parent, 0,
                Win32Class.Module, 0);
        }
        if (_window == 0)
            throw new InvalidOperationException($"Windows created no window (error {Marshal.GetLastPInvokeError()}).");
        _self = GCHandle.Alloc(this);
        User32.SetData(_window, User32.UserData, GCHandle.ToIntPtr(_self));
        User32.SetTimer(_window, 1, TickMilliseconds, 0);
        _drop = new(_window, events);
    }

    /// <inheritdoc/>
    public bool IsLost { get; private set; }

    private bool IsUsable => !IsLost && !_isClosed;

    private static bool IsShift => User32.GetKeyState(User32.ShiftKey) < 0;

    // With Alt it is AltGr, which types characters.
    private static bool IsControl => User32.GetKeyState(User32.ControlKey) < 0 && User32.GetKeyState(User32.AltKey) >= 0;

    /// <inheritdoc/>
    public EditorSize? Screens => new(User32.GetSystemMetrics(User32.ScreensWidth), User32.GetSystemMetrics(User32.ScreensHeight));

    /// <inheritdoc/>
    public void Resize(EditorSize size)
    {
        if (IsUsable)
            User32.SetWindowPos(_window, 0, 0, 0, size.Width, size.Height, User32.NoActivate | User32.NoZOrder | User32.NoMove);
    }

    /// <inheritdoc/>
    public void Present(Canvas canvas, SKRectI part)
    {
        if (!IsUsable)
            return;
        _canvas = canvas;
        nint context = User32.GetDC(_window);
        Show(context, part);
        User32.ReleaseDC(_window, context);
    }

    /// <inheritdoc/>
    public void TakeKeys(bool take)
    {
        if (!IsUsable || User32.GetFocus() == _window == take)
            return;
        if (take)
            _formerFocus = User32.SetFocus(_window);
        else
            User32.SetFocus(User32.IsWindow(_formerFocus) != 0 ? _formerFocus : _parent);
    }

    /// <inheritdoc/>
    public void DragFile(string path)
    {
        if (!IsUsable)
            return;
        // The release of the button is the drag's.
        _isPressed = false;
        User32.ReleaseCapture();
        _drop.IsRefused = true;
        try
        {
            ShellDrag.Run(_window, path);
        }
        finally
        {
            _drop.IsRefused = false;
        }
    }

    /// <inheritdoc/>
    public void CopyText(string text)
    {
        if (IsUsable)
            Win32Clipboard.Put(_window, text);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isClosed)
            return;
        TakeKeys(false);
        _isClosed = true;
        _drop.Dispose();
        if (!IsLost)
            User32.DestroyWindow(_window);
        _self.Free();
    }

    /// <summary>Handles a message of the window, whose procedure calls this.</summary>
    /// <returns>The result; null: that of Windows' default procedure.</returns>
    public nint? Receive(uint message, nint first, nint second)
    {
        if (!IsUsable)
            return null;
        try
        {
            return Handle(message, first, second);
        }
        catch (Exception e)
        {
            _events.Failed(e);
            return 0;
        }
    }

    private nint? Handle(uint message, nint first, nint second)
    {
        switch (message)
        {
            case User32.Paint:
                Paint();
                return 0;
            case User32.EraseBackground:
                return 1;
            case User32.Timer:
                _events.Tick();
                return 0;
            case User32.GetDialogCode:
                const int wantArrowsTabAndAllKeys = 0x1 | 0x2 | 0x4 | 0x80;
                return wantArrowsTabAndAllKeys;
            case User32.KillFocus:
                _events.LostKeys();
                return 0;
            case User32.Destroy:
                // The host destroys its window before it calls removed.
                IsLost = true;
                _drop.Dispose();
                return null;
            case >= User32.KeyDown and <= User32.SystemKeyDown:
                return HandleKey(message, first, second);
            case >= User32.MouseMove and <= User32.MouseLeave:
                return HandlePointer(message, first, second);
            default:
                return null;
        }
    }

    private nint? HandlePointer(uint message, nint first, nint second)
    {
        switch (message)
        {
            case User32.MouseMove:
                Track();
                _lastPosition = second;
                _events.Pointer(At(PointerKind.Move, second));
                return 0;
            case User32.MouseLeave:
                _isTracked = false;
                _events.Pointer(At(PointerKind.Leave, _lastPosition));
                return 0;
            case User32.LeftDown or User32.LeftDouble:
                _isPressed = true;
                _lastPosition = second;
                User32.SetCapture(_window);
                _events.Pointer(At(message == User32.LeftDown ? PointerKind.Press : PointerKind.DoublePress, second));
                return 0;
            case User32.LeftUp:
                _lastPosition = second;
                User32.ReleaseCapture();
                Release();
                return 0;
            case User32.CaptureChanged:
                // Also after ReleaseCapture, and when another window takes the pointer: its release is lost then.
                Release();
                return 0;
            case User32.RightDown:
                _events.Pointer(At(PointerKind.MenuPress, second));
                return 0;
            case User32.MouseWheel:
                // The position is in the screen here. A smooth wheel sends fractions of a notch.
                var point = new User32.Point { X = (short)second, Y = (short)(second >> 16) };
                User32.ScreenToClient(_window, &point);
                float notches = (short)(first >> 16) / WheelNotch;
                _events.Pointer(new(PointerKind.Wheel, point.X, point.Y, notches, IsShift, IsControl));
                return 0;
            default:
                return null;
        }
    }

    private nint? HandleKey(uint message, nint first, nint second)
    {
        int key = (int)first & 0xFF;
        switch (message)
        {
            // A dead key, whose character comes with the next key: the host would add its accent a second time.
            case User32.KeyDown when TryTake(User32.DeadCharacter, out _):
                return 0;
            case User32.KeyDown:
                _passedKeys[key] = !_events.KeyDown(EventOf(key));
                // The host's message loop makes the characters of the key again.
                if (_passedKeys[key])
                    User32.PostMessage(_parent, message, first, second);
                return 0;
            case User32.KeyUp:
                if (_passedKeys[key])
                    User32.PostMessage(_parent, message, first, second);
                _passedKeys[key] = false;
                return 0;
            // A character without its key: of an input method, a dead key, or the second half of a pair.
            case User32.Character when first >= ' ':
                if (!_events.KeyDown(new(Key.None, (char)first, IsShift)))
                    User32.PostMessage(_parent, message, first, second);
                return 0;
            case User32.SystemKeyDown when key == User32.F10Key && IsShift && User32.GetKeyState(User32.AltKey) >= 0:
                return _events.KeyDown(new(Key.Menu, '\0', true, IsControl)) ? 0 : null;
            default:
                return null;
        }
    }

    private KeyEvent EventOf(int key)
    {
        // The message loop has put the key's character behind it. Taken here, key and character are one event, used or passed on as one.
        TryTake(User32.Character, out char character);
        if (VirtualKeys.KeyOf(key) is not Key.None and var known)
            return new(known, '\0', IsShift, IsControl);
        const uint toCharacter = 2;
        // With Ctrl a key types no character: its letter then, in lower case.
        if (IsControl)
            character = char.ToLowerInvariant((char)(ushort)User32.MapVirtualKey((uint)key, toCharacter));
        return new(Key.None, character < ' ' ? '\0' : character, IsShift, IsControl);
    }

    private bool TryTake(uint type, out char character)
    {
        User32.QueuedMessage message;
        bool isTaken = User32.PeekMessage(&message, _window, type, type, User32.Remove) != 0;
        character = isTaken ? (char)message.First : '\0';
        return isTaken;
    }

    private void Track()
    {
        if (_isTracked)
            return;
        var track = new User32.TrackStructure { Size = (uint)sizeof(User32.TrackStructure), Flags = User32.TrackLeave, Window = _window };
        _isTracked = User32.TrackMouse(&track) != 0;
    }

    private void Release()
    {
        if (!_isPressed)
            return;
        _isPressed = false;
        _events.Pointer(At(PointerKind.Release, _lastPosition));
    }

    private void Paint()
    {
        User32.PaintStructure paint;
        nint context = User32.BeginPaint(_window, &paint);
        if (_canvas is { } canvas)
        {
            var part = new SKRectI(paint.Left, paint.Top, paint.Right, paint.Bottom);
            Show(context, SKRectI.Intersect(part, SKRectI.Create(canvas.Width, canvas.Height)));
        }
        User32.EndPaint(_window, &paint);
    }

    private void Show(nint context, SKRectI part)
    {
        if (part.IsEmpty || _canvas is not { } canvas)
            return;
        // A negative height: rows go from top to bottom. The source position still counts from the bottom, so the picture given is that
        // of the
        // part's rows only.
        var info = new User32.BitmapInfo { Size = 40, Width = canvas.Width, Height = -part.Height, Planes = 1, Bits = 32 };
        // Safe: the rows lie inside the picture.
        void* rows = (byte*)canvas.Pixels + (part.Top * canvas.RowBytes);
        User32.SetDIBitsToDevice(
            context, part.Left, part.Top, (uint)part.Width, (uint)part.Height, part.Left, 0, 0, (uint)part.Height, rows, &info, 0);
    }

    private static PointerEvent At(PointerKind kind, nint position) =>
        new(kind, (short)position, (short)(position >> 16), 0, IsShift, IsControl);
}
