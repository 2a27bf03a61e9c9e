using ComposerPlugin.FrameLikelihood;
using ComposerPlugin.Trainer.Training;

NativeHeap.Tune();
return FrameCommands.Program.Run(args);
