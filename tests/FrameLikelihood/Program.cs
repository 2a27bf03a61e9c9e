using ComposerPlugin.FrameLikelihood;
using ComposerPlugin.Trainer.Training;

NativeHeap.Tune();
OneDnn.SwitchOffIfWrong();
return FrameCommands.Program.Run(args);
