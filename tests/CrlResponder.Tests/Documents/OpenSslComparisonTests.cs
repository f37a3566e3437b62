using System.Diagnostics;
using Infra.CrlResponder.Documents;
using Infra.Mutations;
using Xunit.Abstractions;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>A list that a client cannot parse must not be accepted: OpenSSL is asked about damaged ones.</summary>
public sealed class OpenSslComparisonTests(ITestOutputHelper output)
{
    /// <summary>How many damaged lists are compared; more with the variable, some seven milliseconds each.</summary>
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("CRL_COMPARISONS"), out var count) ? count : 300;

    /// <summary>Every reason to refuse a list that <c>openssl crl</c> reads, by a part of its sentence.</summary>
    private static readonly (string Sentence, string WhyOpenSslReadsIt)[] Explained =
    [
        ("a date is none", "OpenSSL keeps dates as text until it compares them, and then finds none"),
        ("before it begins", "the same: openssl crl does not compare dates"),
        ("of an extension, ", "openssl crl keeps values of extensions as bytes; a check of a certificate reads them"),
        ("algorithm inside differs", "OpenSSL compares the two when it verifies (RFC 5280 section 5.1.1.2)"),
        ("the version is neither", "openssl crl takes any version; RFC 5280 section 5.1.2.1 knows two"),
        ("bytes follow", "openssl crl ignores what follows the list in its file; a signature does not cover it"),
        ("a name has a part without attributes", "X.501 section 9.3 has at least one; OpenSSL drops the part"),
        ("a name has a value of type", "OpenSSL keeps types in a name that no attribute has (X.520), as EXTERNAL"),
        ("primitive encoding", "OpenSSL takes a SET of a name for one without the bit that says that it has members"),
        ("has no nextUpdate", "RFC 5280 section 5.1.2.5 demands it, which X.509 and OpenSSL do not"),
        ("indirect CRL", "openssl crl reads indirect lists, which this function refuses by name (RFC 5280 section 5.2.5)"),
        ("BER", "OpenSSL reads BER; CRLs are DER (RFC 5280 section 5.1.1.3), and clients differ on the rest"),
        ("Int32.MaxValue", "the same: a length in more octets than it needs"),
    ];

    [Fact]
    public void A_damaged_list_is_read_as_openssl_reads_it_or_the_difference_is_explained()
    {
        if (!HasOpenSsl())
        {
            output.WriteLine("SKIPPED: the openssl command is not installed.");
            return;
        }

        byte[][] originals = [UnsignedCrl.Encode(revoked: 1), UnsignedCrl.Encode(revoked: 3)];
        var random = new Random(20261130);
        var accepted = 0;
        List<string> unexplained = [];
        Dictionary<string, int> refused = [];
        var file = Path.GetTempFileName();
        try
        {
            for (var i = 0; i < Count; i++)
            {
                var damaged = DerMutation.Of(originals[i % originals.Length], random);
                File.WriteAllBytes(file, damaged);
                var (ours, theirs) = (DocumentReader.Read(damaged, DocumentKind.Crl), OpenSslReads(file));
                accepted += ours.Facts is not null ? 1 : 0;
                if (ours.Facts is not null == theirs)
                {
                    continue;
                }

                var reason = Explained.FirstOrDefault(
                    one => ours.Problem?.Contains(one.Sentence, StringComparison.Ordinal) == true);
                if (reason.Sentence is { } sentence)
                {
                    refused[sentence] = refused.GetValueOrDefault(sentence) + 1;
                }
                else
                {
                    unexplained.Add($"{ours.Problem ?? "read, but not by openssl"}: {Convert.ToBase64String(damaged)}");
                }
            }
        }
        finally
        {
            File.Delete(file);
        }

        output.WriteLine(
            $"{Count} damaged lists: {accepted} accepted, {refused.Values.Sum()} refused that openssl reads:");
        foreach (var (sentence, why) in Explained)
        {
            output.WriteLine($"{refused.GetValueOrDefault(sentence)} '{sentence}': {why}.");
        }

        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained.Take(50)));
    }

    private static bool HasOpenSsl()
    {
        try
        {
            return Run("version") == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool OpenSslReads(string file) => Run("crl", "-inform", "DER", "-in", file, "-noout") == 0;

    private static int Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
