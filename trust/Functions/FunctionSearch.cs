using Amazon.Lambda;
using Amazon.Lambda.Model;
using Infra.Trust.Questions;
using Infra.TrustManager.Settings;

namespace Infra.Trust.Functions;

/// <summary>
/// Finds the function that fulfils a request about a directory or a CA, by its environment variables.
/// </summary>
internal sealed class FunctionSearch(IAmazonLambda lambda)
{
    /// <param name="function">Its name in the executable, such as <c>DirectoryRead</c>.</param>
    /// <exception cref="NoAnswerException">There is none, there are several, or AWS would not say.</exception>
    public async Task<FoundFunction> FindAsync(string function, Subject subject, CancellationToken cancellationToken)
    {
        var functions = await LambdaTrouble.ExplainedAsync(
            LambdaStep.Search, () => ListAsync(cancellationToken), cancellationToken);
        FoundFunction[] found =
        [
            .. functions.Where(one => Is(one, function) && Serves(one, subject))
                .Select(one => new FoundFunction(one.FunctionName, one.FunctionArn)).OrderBy(one => one.Name),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new NoAnswerException(None(function, subject, functions)),
            _ => throw new NoAnswerException(
                $"{found.Length} functions have {Wanted(function, subject)}: "
                + $"{string.Join(", ", found.Select(one => one.Name))}. Name one of them with --function."),
        };
    }

    private async Task<List<FunctionConfiguration>> ListAsync(CancellationToken cancellationToken)
    {
        var functions = new List<FunctionConfiguration>();
        var pages = lambda.Paginators.ListFunctions(new ListFunctionsRequest()).Functions;
        await foreach (var function in pages.WithCancellation(cancellationToken))
        {
            functions.Add(function);
        }

        return functions;
    }

    private static bool Is(FunctionConfiguration one, string function) =>
        one.Environment?.Variables?.GetValueOrDefault(TrustManagerVariables.Function) == function;

    private static bool Serves(FunctionConfiguration one, Subject subject) => subject.Variables
        .Select(variable => one.Environment?.Variables?.GetValueOrDefault(variable) ?? "")
        .Any(ids => ids.Split(',').Contains(subject.Id, StringComparer.Ordinal));

    private static string Wanted(string function, Subject subject) =>
        $"{TrustManagerVariables.Function}={function} and {subject.Id} in {string.Join(" or ", subject.Variables)}";

    private string None(string function, Subject subject, List<FunctionConfiguration> functions)
    {
        var unreadable = functions.Count(one => one.Environment?.Error is not null);
        var url = lambda.DetermineServiceOperationEndpoint(new ListFunctionsRequest()).URL;
        return $"None of the {functions.Count} functions at {url} has {Wanted(function, subject)}. "
            + (unreadable > 0 ? $"The variables of {unreadable} may not be read (kms:Decrypt). " : "")
            + "Check the account and the Region (AWS_PROFILE, AWS_REGION) and that the stack is deployed with this "
            + "release, or name the function with --function.";
    }
}

/// <summary>The function to invoke.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Arn">Its ARN, or what else names it for Lambda where the command line does.</param>
internal sealed record FoundFunction(string Name, string Arn);
