using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child of a window of Windows.</summary>
internal sealed unsafe class Win32Window : IPlatformWindow
{
    private const int TickMilliseconds = 33, WheelNotch = 120;
    private static readonly string ClassName = MakeClass();

    private readonly IWindowEvents _events;
    private readonly nint _window, _parent;
    private readonly GCHandle _self;
    private Canvas? _canvas;
    private bool _closed;

    public Win32Window(nint parent, EditorSize size, IWindowEvents events)
    {
        (_events, _parent) = (events, parent);
        fixed (char* name = ClassName)
            _window = User32.CreateWindow(0, name, null, User32.ChildVisible, 0, 0, size.Width, size.Height, parent, 0, Module(), 0);
        if (_window == 0)
            throw new InvalidOperationException($"Windows made no window (error {Marshal.GetLastSystemError()}).");
        _self = GCHandle.Alloc(this);
        User32.SetData(_window, User32.UserData, GCHandle.ToIntPtr(_self));
        User32.SetTimer(_window, 1, TickMilliseconds, 0);
    }

    public void Resize(EditorSize size) => User32.SetWindowPos(_window, 0, 0, 0, size.Width, size.Height, User32.NoActivate | User32.NoZOrder | User32.NoMove);

    public void Present(Canvas canvas, SKRectI part)
    {
        _canvas = canvas;
        nint context = User32.GetDC(_window);
        Show(context, part);
        User32.ReleaseDC(_window, context);
    }

    public void TakeKeys(bool take) => User32.SetFocus(take ? _window : _parent);

    public void DragFile(string path)
    {
        User32.ReleaseCapture();
        ShellDrag.Run(_window, path);
    }

    public void CopyText(string text)
    {
    }

    public void Dispose()
    {
        _closed = true;
        // The last message comes while the window is destroyed.
        User32.DestroyWindow(_window);
        _self.Free();
    }

    private static string MakeClass()
    {
        // Each copy of the library has its own: the class's procedure lies in it.
        string name = $"ComposerPlugin-{(nint)(delegate* unmanaged<nint, uint, nint, nint, nint>)&Procedure:X}";
        fixed (char* text = name)
        {
            var description = new User32.WindowClass
            {
                Size = (uint)sizeof(User32.WindowClass), Style = User32.WantDoubleClicks | User32.OwnContext, Procedure = &Procedure, Module = Module(),
                Cursor = User32.LoadCursor(0, User32.ArrowCursor), Name = text,
            };
            User32.RegisterClass(&description);
        }
        return name;
    }

    private static nint Module()
    {
        nint module = 0;
        User32.GetModuleHandleEx(User32.FromAddress | User32.UnchangedCount, (nint)(delegate* unmanaged<nint, uint, nint, nint, nint>)&Procedure, &module);
        return module;
    }

    // Safe: the handle is set after the window was made and freed after it is destroyed.
    [UnmanagedCallersOnly]
    private static nint Procedure(nint window, uint message, nint first, nint second)
    {
        try
        {
            nint data = User32.GetData(window, User32.UserData);
            if (data != 0 && Unsafe.As<Win32Window>(GCHandle.FromIntPtr(data).Target!) is { _closed: false } self && self.Handle(message, first, second) is { } answer)
                return answer;
        }
        catch (Exception e)
        {
            _ = e;
        }
        return User32.Default(window, message, first, second);
    }

    // Null: as Windows does by default.
    private nint? Handle(uint message, nint first, nint second)
    {
        switch (message)
        {
            case User32.Paint:
                User32.PaintStructure paint;
                nint context = User32.BeginPaint(_window, &paint);
                if (_canvas is { } canvas)
                    Show(context, SKRectI.Intersect(new(paint.Left, paint.Top, paint.Right, paint.Bottom), SKRectI.Create(canvas.Width, canvas.Height)));
                User32.EndPaint(_window, &paint);
                return 0;
            case User32.EraseBackground:
                return 1;
            case User32.Timer:
                _events.Tick();
                return 0;
            case User32.LeftDown or User32.LeftDouble:
                User32.SetCapture(_window);
                _events.Pointer(At(message == User32.LeftDown ? PointerKind.Press : PointerKind.DoublePress, second));
                return 0;
            case User32.MouseMove:
                _events.Pointer(At(PointerKind.Move, second));
                return 0;
            case User32.LeftUp:
                User32.ReleaseCapture();
                _events.Pointer(At(PointerKind.Release, second));
                return 0;
            case User32.MouseWheel:
                // The place is the screen's here.
                var point = new User32.Point { X = (short)second, Y = (short)(second >> 16) };
                User32.ScreenToClient(_window, &point);
                _events.Pointer(new(PointerKind.Wheel, point.X, point.Y, (float)(short)(first >> 16) / WheelNotch, IsShift));
                return 0;
            case User32.GetDialogCode:
                const int wantArrowsTabAndCharacters = 0x1 | 0x2 | 0x80;
                return wantArrowsTabAndCharacters;
            case User32.KeyDown when KeyOf((int)first) is not Key.None and var key:
                return Pass(message, first, second, new(key, '\0', IsShift));
            case User32.Character when first >= ' ':
                return Pass(message, first, second, new(Key.None, (char)first, IsShift));
            case User32.KillFocus:
                _events.LostKeys();
                return 0;
            default:
                return null;
        }
    }

    // What is of no use here may be the host's.
    private nint Pass(uint message, nint first, nint second, KeyEvent e)
    {
        if (!_events.KeyDown(e))
            User32.PostMessage(_parent, message, first, second);
        return 0;
    }

    private void Show(nint context, SKRectI part)
    {
        if (part.IsEmpty)
            return;
        // Rows from top to bottom: a negative height, and then the source counts from the bottom all the same. A picture of the part's rows alone avoids it.
        var info = new User32.BitmapInfo { Size = 40, Width = _canvas!.Width, Height = -part.Height, Planes = 1, Bits = 32 };
        // Safe: the rows lie inside the picture.
        void* rows = (byte*)_canvas.Pixels + (part.Top * _canvas.RowBytes);
        User32.SetDIBitsToDevice(context, part.Left, part.Top, (uint)part.Width, (uint)part.Height, part.Left, 0, 0, (uint)part.Height, rows, &info, 0);
    }

    private static bool IsShift => User32.GetKeyState(User32.Shift) < 0;

    private static PointerEvent At(PointerKind kind, nint place) => new(kind, (short)place, (short)(place >> 16), 0, IsShift);

    private static Key KeyOf(int virtualKey) => virtualKey switch
    {
        0x08 => Key.Backspace,
        0x09 => Key.Tab,
        0x0D => Key.Return,
        0x1B => Key.Escape,
        0x23 => Key.End,
        0x24 => Key.Home,
        0x25 => Key.Left,
        0x26 => Key.Up,
        0x27 => Key.Right,
        0x28 => Key.Down,
        _ => Key.None,
    };
}
