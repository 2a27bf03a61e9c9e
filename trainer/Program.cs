using ComposerPlugin.Inference;
using ComposerPlugin.Trainer.Commands;
using ComposerPlugin.Trainer.Training;

OnnxRuntimeTelemetry.SwitchOff();
NativeHeap.Tune();
OneDnn.SwitchOffIfWrong();
return TrainerCommands.Program.Run(args);
