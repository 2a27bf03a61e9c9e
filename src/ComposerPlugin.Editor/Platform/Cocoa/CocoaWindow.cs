using System.Collections;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A view in a view of macOS. Compiled only: it has never run.</summary>
internal sealed class CocoaWindow : IPlatformWindow
{
    private const double TickSeconds = 1 / 30.0;

    // Precise devices scroll by points; so many make a notch.
    private const float PointsPerNotch = 10;
    private const long ShiftFlag = 1 << 17, ControlFlag = 1 << 18, CommandFlag = 1 << 20;

    // NSTrackingMouseEnteredAndExited, MouseMoved, ActiveAlways, InVisibleRect.
    private const nuint TrackingOptions = 0x1 | 0x2 | 0x80 | 0x200;

    private readonly IWindowEvents _events;
    private readonly nint _view, _parent, _timer;
    private readonly GCHandle _self;
    private readonly BitArray _passedKeys = new(256);
    private EditorSize _size;
    private Canvas? _canvas;
    private bool _isClosed;

    /// <summary>Creates the view, and shows it.</summary>
    /// <param name="parent">The host's view.</param>
    /// <param name="size">Its size, in points.</param>
    /// <param name="events">Gets its events.</param>
    /// <exception cref="InvalidOperationException">macOS creates no view.</exception>
    public CocoaWindow(nint parent, EditorSize size, IWindowEvents events)
    {
        (_events, _parent, _size) = (events, parent, size);
        _self = GCHandle.Alloc(this);
        _view = CocoaClass.NewView(size, _self);
        if (_view == 0)
        {
            _self.Free();
            throw new InvalidOperationException("macOS created no view.");
        }
        nint area = ObjC.Send(
            ObjC.Send(ObjC.Class("NSTrackingArea"), "alloc"), "initWithRect:options:owner:userInfo:", default, TrackingOptions, _view, 0);
        ObjC.Send(_view, "addTrackingArea:", area);
        ObjC.Send(area, "release");
        CocoaFiles.Register(_view);
        ObjC.Send(parent, "addSubview:", _view);
        // In all common modes: otherwise it would stop while a menu is open or a window is resized.
        _timer = ObjC.Send(
            ObjC.Class("NSTimer"), "timerWithTimeInterval:target:selector:userInfo:repeats:", TickSeconds, _view, "tick:", 0, 1);
        ObjC.Send(
            ObjC.Send(ObjC.Class("NSRunLoop"), "mainRunLoop"), "addTimer:forMode:", _timer, ObjC.String("kCFRunLoopCommonModes"));
    }

    /// <inheritdoc/>
    public float PixelsPerUnit => Window is not 0 and var window ? (float)ObjC.SendForNumber(window, "backingScaleFactor") : 1;

    /// <summary>
    /// Whether the view may have the keyboard focus: only while a part of it takes keys, or each click would take it from the host.
    /// </summary>
    public bool WantsKeys { get; private set; }

    private nint Window => ObjC.Send(_view, "window");

    private bool HasKeys => Window is not 0 and var window && ObjC.Send(window, "firstResponder") == _view;

    /// <inheritdoc/>
    public void Resize(EditorSize size)
    {
        _size = size;
        ObjC.Send(_view, "setFrame:", new ObjC.Rectangle { Width = size.Width, Height = size.Height });
    }

    /// <inheritdoc/>
    public void Present(Canvas canvas, SKRectI part)
    {
        _canvas = canvas;
        float pixels = PixelsPerUnit;
        ObjC.Send(_view, "setNeedsDisplayInRect:", new ObjC.Rectangle
        {
            X = part.Left / pixels, Y = part.Top / pixels, Width = part.Width / pixels, Height = part.Height / pixels,
        });
    }

    /// <inheritdoc/>
    public void TakeKeys(bool take)
    {
        WantsKeys = take;
        if (HasKeys != take && Window is not 0 and var window)
            ObjC.Send(window, "makeFirstResponder:", take ? _view : _parent);
    }

    /// <inheritdoc/>
    public void DragFile(string path) => CocoaFiles.Drag(_view, path);

    /// <inheritdoc/>
    public void CopyText(string text) => CocoaFiles.PutText(text);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        TakeKeys(false);
        // The timer holds the view, and the view could be drawn once more.
        ObjC.Send(_timer, "invalidate");
        CocoaClass.Detach(_view);
        ObjC.Send(_view, "removeFromSuperview");
        ObjC.Send(_view, "release");
        _self.Free();
    }

    /// <summary>Reports an exception, which must not reach the Objective-C runtime.</summary>
    public void Fail(Exception exception) => _events.Failed(exception);

    /// <summary>tick: of the timer.</summary>
    public void HandleTick() => _events.Tick();

    /// <summary>The view came to another window or screen.</summary>
    public void HandleRescaled() => _events.Rescaled();

    /// <summary>resignFirstResponder.</summary>
    public void HandleLostKeys() => _events.LostKeys();

    /// <summary>drawRect: of the whole view; macOS clips it to the part.</summary>
    public void Draw()
    {
        nint context = ObjC.Send(ObjC.Send(ObjC.Class("NSGraphicsContext"), "currentContext"), "CGContext");
        if (_canvas is { } canvas && context != 0)
            CoreGraphics.Draw(context, canvas, _size);
    }

    /// <summary>mouseDown: The first button with Control is the second one.</summary>
    public void HandlePress(nint e)
    {
        bool isMenu = (Flags(e) & ControlFlag) != 0, isDouble = ObjC.Send(e, "clickCount") is 2 or 4;
        HandlePointer(isMenu ? PointerKind.MenuPress : isDouble ? PointerKind.DoublePress : PointerKind.Press, e);
    }

    /// <summary>scrollWheel:</summary>
    public void HandleWheel(nint e)
    {
        float delta = (float)ObjC.SendForNumber(e, "scrollingDeltaY");
        float notches = ObjC.SendForBool(e, "hasPreciseScrollingDeltas") ? delta / PointsPerNotch : delta;
        if (notches != 0)
            HandlePointer(PointerKind.Wheel, e, notches);
    }

    /// <summary>The pointer does something.</summary>
    public void HandlePointer(PointerKind kind, nint e, float notches = 0)
    {
        var position = ObjC.SendForPosition(_view, "convertPoint:fromView:", ObjC.SendForPosition(e, "locationInWindow"), 0);
        float pixels = PixelsPerUnit;
        long flags = Flags(e);
        _events.Pointer(new(
            kind, (float)position.X * pixels, (float)position.Y * pixels, notches, (flags & ShiftFlag) != 0, (flags & CommandFlag) != 0));
    }

    /// <summary>keyDown: False: the next responder gets it.</summary>
    public bool HandleKeyDown(nint e)
    {
        // performKeyEquivalent: has offered keys with Command already.
        bool isUsed = (Flags(e) & CommandFlag) == 0 && _events.KeyDown(EventOf(e));
        _passedKeys[CodeOf(e)] = !isUsed;
        return isUsed;
    }

    /// <summary>keyUp: False: the next responder gets it, as it got the press.</summary>
    public bool HandleKeyUp(nint e)
    {
        bool isPassed = _passedKeys[CodeOf(e)];
        _passedKeys[CodeOf(e)] = false;
        return !isPassed;
    }

    /// <summary>performKeyEquivalent: All views of a window are asked, before the menus.</summary>
    public bool HandleCommandKey(nint e) => (Flags(e) & CommandFlag) != 0 && HasKeys && _events.KeyDown(EventOf(e));

    /// <summary>draggingEntered: and draggingUpdated: The view's own drag is no drop.</summary>
    public bool Accepts(nint drag) => ObjC.Send(drag, "draggingSource") != _view && CocoaFiles.AreIn(drag);

    /// <summary>performDragOperation:</summary>
    public bool HandleDrop(nint drag)
    {
        if (!Accepts(drag))
            return false;
        foreach (string path in CocoaFiles.Paths(drag))
            _events.Dropped(path);
        return true;
    }

    private static int CodeOf(nint e) => (int)ObjC.Send(e, "keyCode") & 0xFF;

    private static long Flags(nint e) => ObjC.Send(e, "modifierFlags");

    private static KeyEvent EventOf(nint e)
    {
        long flags = Flags(e);
        bool isShift = (flags & ShiftFlag) != 0, isCommand = (flags & CommandFlag) != 0;
        // With Command a key types no character: its letter then.
        string text = ObjC.Text(ObjC.Send(e, isCommand ? "charactersIgnoringModifiers" : "characters"));
        return new(CocoaKeys.KeyOf(CodeOf(e), isShift), CocoaKeys.CharacterOf(text), isShift, isCommand);
    }
}
