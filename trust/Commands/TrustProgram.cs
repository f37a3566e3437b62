using System.CommandLine;
using Infra.Trust.Answers;
using Infra.Trust.Functions;
using Infra.Trust.Identity;
using Infra.Trust.Questions;
using Infra.TrustManager.CaCertificates;

namespace Infra.Trust.Commands;

/// <summary>The program: reads the command line, finds the function, asks it, prints what it says.</summary>
public static class TrustProgram
{
    /// <param name="connect">Gives the clients; called once, when there is something to ask.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(
        string[] arguments, Func<LambdaClients> connect, TextWriter output, TextWriter error)
    {
        var console = new InvocationConfiguration { Output = output, Error = error };
        return CommandLine
            .Create((question, cancellationToken) => AskAsync(question, connect, output, error, cancellationToken))
            .Parse(arguments)
            .InvokeAsync(console);
    }

    private static async Task<int> AskAsync(
        Question question,
        Func<LambdaClients> connect,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        try
        {
            using var clients = LambdaTrouble.Explained(LambdaStep.Connect, connect);
            var function = question.FunctionName is { } name
                ? new FoundFunction(name, name)
                : await new FunctionSearch(clients.Search)
                    .FindAsync(question.Function, question.Subject, cancellationToken);
            await error.WriteLineAsync($"asking {function.Name} ...");
            var payload = question.IsWrite
                ? await SignedRequest.OfAsync(question.Payload, function, clients, error, cancellationToken)
                : question.Payload;
            var answer = await new FunctionCall(clients.Call).AskAsync(function.Name, payload, cancellationToken);
            new AnswerPrinter(output).Print(answer, question.Json);
            return answer.IsRefused ? ExitCode.Refused : ExitCode.Fulfilled;
        }
        catch (NoAnswerException e)
        {
            await error.WriteLineAsync(Printable.Text(e.Message));
            return ExitCode.NoAnswer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(
                $"Stopped waiting. What the function began, it goes on with: see 'history {question.Subject.Id}'.");
            return ExitCode.Interrupted;
        }
    }
}
