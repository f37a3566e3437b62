using Infra.Local.Commands;

return await CommandLine.Create((_, _) => Task.FromResult(0)).Parse(args).InvokeAsync();
