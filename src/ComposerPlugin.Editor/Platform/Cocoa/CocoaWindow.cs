using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A view in a view of macOS. Compiled only, never run.</summary>
internal sealed unsafe class CocoaWindow : IPlatformWindow
{
    private const double TickSeconds = 1 / 30.0;
    private const uint PremultipliedFirstLittleEndian = 2 | (2 << 12);
    private const string Field = "composerWindow";
    private static readonly nint ViewClass = MakeClass();

    private readonly IWindowEvents _events;
    private readonly nint _view, _parent, _timer;
    private readonly GCHandle _self;
    private EditorSize _size;
    private Canvas? _canvas;
    private nint _pressed;

    public CocoaWindow(nint parent, EditorSize size, IWindowEvents events)
    {
        (_events, _parent, _size) = (events, parent, size);
        _view = ObjC.Send(ObjC.Send(ViewClass, ObjC.Selector("alloc")), ObjC.Selector("initWithFrame:"), new ObjC.Rectangle { Width = size.Width, Height = size.Height });
        _self = GCHandle.Alloc(this);
        ObjC.SetField(_view, Field, GCHandle.ToIntPtr(_self));
        ObjC.Send(parent, ObjC.Selector("addSubview:"), _view);
        _timer = ObjC.Send(ObjC.Class("NSTimer"), ObjC.Selector("scheduledTimerWithTimeInterval:target:selector:userInfo:repeats:"), TickSeconds, _view, ObjC.Selector("tick:"), 0, 1);
    }

    public float PixelsPerUnit => ObjC.Send(_view, ObjC.Selector("window")) is not 0 and var window ? (float)ObjC.SendForNumber(window, ObjC.Selector("backingScaleFactor")) : 1;

    public void Resize(EditorSize size)
    {
        _size = size;
        ObjC.Send(_view, ObjC.Selector("setFrame:"), new ObjC.Rectangle { Width = size.Width, Height = size.Height });
    }

    public void Present(Canvas canvas, SKRectI part)
    {
        _canvas = canvas;
        float pixels = PixelsPerUnit;
        ObjC.Send(_view, ObjC.Selector("setNeedsDisplayInRect:"), new ObjC.Rectangle { X = part.Left / pixels, Y = part.Top / pixels, Width = part.Width / pixels, Height = part.Height / pixels });
    }

    public void TakeKeys(bool take) => ObjC.Send(ObjC.Send(_view, ObjC.Selector("window")), ObjC.Selector("makeFirstResponder:"), take ? _view : _parent);

    public void DragFile(string path)
    {
        nint text = Marshal.StringToCoTaskMemUTF8(path);
        nint file = ObjC.Send(ObjC.Class("NSString"), ObjC.Selector("stringWithUTF8String:"), text);
        Marshal.FreeCoTaskMem(text);
        ObjC.Send(_view, ObjC.Selector("dragFile:fromRect:slideBack:event:"), file, new ObjC.Rectangle { Width = 32, Height = 32 }, 1, _pressed);
    }

    public void CopyText(string text)
    {
    }

    public void Dispose()
    {
        // The timer holds the view, and the view could be drawn once more.
        ObjC.Send(_timer, ObjC.Selector("invalidate"));
        ObjC.SetField(_view, Field, 0);
        ObjC.Send(_view, ObjC.Selector("removeFromSuperview"));
        ObjC.Send(_view, ObjC.Selector("release"));
        _self.Free();
    }

    private static nint MakeClass()
    {
        // Each copy of the library has its own.
        nint made = ObjC.NewClass(ObjC.Class("NSView"), $"ComposerPluginView{Environment.TickCount64:X}", 0);
        ObjC.AddField(made, Field, (nuint)sizeof(nint), 3, "^v");
        ObjC.AddMethod(made, ObjC.Selector("drawRect:"), (delegate* unmanaged<nint, nint, ObjC.Rectangle, void>)&Draw, "v@:{CGRect={CGPoint=dd}{CGSize=dd}}");
        ObjC.AddMethod(made, ObjC.Selector("isFlipped"), (delegate* unmanaged<nint, nint, byte>)&Yes, "c@:");
        ObjC.AddMethod(made, ObjC.Selector("acceptsFirstResponder"), (delegate* unmanaged<nint, nint, byte>)&Yes, "c@:");
        ObjC.AddMethod(made, ObjC.Selector("tick:"), (delegate* unmanaged<nint, nint, nint, void>)&Tick, "v@:@");
        ObjC.AddMethod(made, ObjC.Selector("mouseDown:"), (delegate* unmanaged<nint, nint, nint, void>)&Press, "v@:@");
        ObjC.AddMethod(made, ObjC.Selector("mouseDragged:"), (delegate* unmanaged<nint, nint, nint, void>)&Move, "v@:@");
        ObjC.AddMethod(made, ObjC.Selector("mouseUp:"), (delegate* unmanaged<nint, nint, nint, void>)&Release, "v@:@");
        ObjC.AddMethod(made, ObjC.Selector("scrollWheel:"), (delegate* unmanaged<nint, nint, nint, void>)&Wheel, "v@:@");
        ObjC.Register(made);
        return made;
    }

    // Safe, for all that follow: the runtime passes a view of this class, whose field holds the handle or null.

    [UnmanagedCallersOnly]
    private static byte Yes(nint view, nint selector) => 1;

    [UnmanagedCallersOnly]
    private static void Draw(nint view, nint selector, ObjC.Rectangle part) => Do(view, self => self.Draw());

    [UnmanagedCallersOnly]
    private static void Tick(nint view, nint selector, nint timer) => Do(view, self => self._events.Tick());

    [UnmanagedCallersOnly]
    private static void Press(nint view, nint selector, nint e) => Do(view, self =>
    {
        self._pressed = e;
        self.Tell(ObjC.Send(e, ObjC.Selector("clickCount")) == 2 ? PointerKind.DoublePress : PointerKind.Press, e);
    });

    [UnmanagedCallersOnly]
    private static void Move(nint view, nint selector, nint e) => Do(view, self => self.Tell(PointerKind.Move, e));

    [UnmanagedCallersOnly]
    private static void Release(nint view, nint selector, nint e) => Do(view, self => self.Tell(PointerKind.Release, e));

    [UnmanagedCallersOnly]
    private static void Wheel(nint view, nint selector, nint e) =>
        Do(view, self => self.Tell(PointerKind.Wheel, e, Math.Sign(ObjC.SendForNumber(e, ObjC.Selector("scrollingDeltaY")))));

    private static void Do(nint view, Action<CocoaWindow> act)
    {
        try
        {
            nint data = 0;
            ObjC.GetField(view, Field, &data);
            if (data != 0)
                act(Unsafe.As<CocoaWindow>(GCHandle.FromIntPtr(data).Target!));
        }
        catch (Exception e)
        {
            _ = e;
        }
    }

    // The view's place in its window is the parent's here: hosts put plugins at the parent's corner.
    private void Tell(PointerKind kind, nint e, float wheel = 0)
    {
        const long shift = 1 << 17;
        var place = ObjC.SendForPlace(e, ObjC.Selector("locationInWindow"));
        float pixels = PixelsPerUnit;
        bool isShift = (ObjC.Send(e, ObjC.Selector("modifierFlags")) & shift) != 0;
        _events.Pointer(new(kind, (float)place.X * pixels, (float)(_size.Height - place.Y) * pixels, wheel, isShift));
    }

    private void Draw()
    {
        if (_canvas is not { } canvas)
            return;
        nint context = ObjC.Send(ObjC.Send(ObjC.Class("NSGraphicsContext"), ObjC.Selector("currentContext")), ObjC.Selector("CGContext"));
        nint colours = ObjC.NewColours();
        nint bitmap = ObjC.NewBitmap(canvas.Pixels, (nuint)canvas.Width, (nuint)canvas.Height, 8, (nuint)canvas.RowBytes, colours, PremultipliedFirstLittleEndian);
        nint image = ObjC.NewImage(bitmap);
        ObjC.Draw(context, new() { Width = _size.Width, Height = _size.Height }, image);
        ObjC.ReleaseImage(image);
        ObjC.ReleaseContext(bitmap);
        ObjC.ReleaseColours(colours);
    }
}
