using System.CommandLine;
using Infra.Trust.Questions;

namespace Infra.Trust.Commands;

/// <summary>The argument that says what a command is about.</summary>
internal static class SubjectArgument
{
    private const string DirectoryForm = "a directory's id, such as d-0123456789";

    private const string AuthorityForm =
        "a CA's ARN, arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<id>";

    public static Argument<Subject> Directory() => Create("directory-id", DirectoryForm, Subject.FindDirectory);

    public static Argument<Subject> Authority() => Create("ca-arn", AuthorityForm, Subject.FindAuthority);

    public static Argument<Subject> DirectoryOrAuthority() => Create(
        "id",
        $"{DirectoryForm}, or {AuthorityForm}",
        text => Subject.FindDirectory(text) ?? Subject.FindAuthority(text));

    private static Argument<Subject> Create(string name, string form, Func<string, Subject?> find) => new(name)
    {
        Description = $"{char.ToUpperInvariant(form[0])}{form[1..]}.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var subject = find(text);
            if (subject is null)
            {
                result.AddError($"'{text}' is not {form}.");
            }

            return subject;
        },
    };
}
