using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Hosting;

namespace Infra.Local.Tests.DirectoryService;

public sealed class HostedDirectoryTests
{
    [Fact]
    public async Task The_status_document_tells_what_a_directory_trusts_and_what_became_of_it()
    {
        await using var aws = await LocalAws.StartAsync(S3.Some.Account, port: 0);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        using var certificate = Some.Certificate("Corp Root CA");
        aws.Directories.Add(Some.Connector).RegisterByHand(certificate, CertificateType.ClientCertAuth);

        var status = await http.GetFromJsonAsync<JsonObject>("/_local");

        var directory = Assert.Single(status!["directories"]!.AsArray())!;
        Assert.Equal("Active", directory["stage"]!.ToString());
        Assert.Equal("Disabled", directory["smartCard"]!.ToString());
        Assert.Equal("Corp Root CA", Assert.Single(directory["certificates"]!.AsArray())!["commonName"]!.ToString());
        Assert.EndsWith(
            "none → Registered", Assert.Single(directory["history"]!.AsArray())!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_clock_on_its_page_brings_registrations_to_their_end()
    {
        await using var aws = await LocalAws.StartAsync(S3.Some.Account, port: 0);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        var directory = aws.Directories.Add(Some.Connector);
        directory.Options = directory.Options with { RegistrationTime = TimeSpan.FromMinutes(30) };
        using var certificate = Some.Certificate();
        var id = Registration.Begin(directory, certificate, CertificateType.ClientCertAuth, ocspUrl: null);
        directory.Change((state, _) => state.With(id));
        Registration.EndLater(directory, id.Id);

        using var answer = await http.PostAsJsonAsync("/_local/clock", new { advance = "PT31M" });

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(CertificateState.Registered, directory.State.Find(id.Id)!.State);
    }
}
