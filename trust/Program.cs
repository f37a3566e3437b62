using Infra.Trust.Commands;
using Infra.Trust.Functions;

return await TrustProgram.RunAsync(args, LambdaClients.FromEnvironment, Console.Out, Console.Error);
